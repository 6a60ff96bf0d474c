# tests/conformance/tracebacks/syntax_error_invalid_octal.py: a digit that the base does not have.
x = 0o18
