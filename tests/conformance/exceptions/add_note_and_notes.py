# tests/conformance/exceptions/add_note_and_notes.py: notes are kept with the exception.
e = ValueError("v")
e.add_note("first note")
e.add_note("second note")
print(e.__notes__, str(e))
try:
    e.add_note(5)
except TypeError as t:
    print(t)
