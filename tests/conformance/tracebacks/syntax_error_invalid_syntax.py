# tests/conformance/tracebacks/syntax_error_invalid_syntax.py: a line that is just wrong.
x = 1 2 3 +
