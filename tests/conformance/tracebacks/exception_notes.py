# tests/conformance/tracebacks/exception_notes.py: notes follow the message.
e = ValueError("with notes")
e.add_note("note one")
e.add_note("note two\nin two lines")
raise e
