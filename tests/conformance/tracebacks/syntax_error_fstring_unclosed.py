# tests/conformance/tracebacks/syntax_error_fstring_unclosed.py: a field that is never closed.
x = f"{a"
