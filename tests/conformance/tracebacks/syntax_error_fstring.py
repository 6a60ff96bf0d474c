# tests/conformance/tracebacks/syntax_error_fstring.py: f-strings with wrong fields.
x = f"{a b}"
