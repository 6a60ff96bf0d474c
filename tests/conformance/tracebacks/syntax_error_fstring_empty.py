# tests/conformance/tracebacks/syntax_error_fstring_empty.py: an empty field in an f-string.
x = f"a{}"
