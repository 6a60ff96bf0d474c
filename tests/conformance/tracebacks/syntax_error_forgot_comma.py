# tests/conformance/tracebacks/syntax_error_forgot_comma.py: a comma that may be missing.
x = [1, 2 y, 3]
