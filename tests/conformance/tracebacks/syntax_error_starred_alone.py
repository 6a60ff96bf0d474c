# tests/conformance/tracebacks/syntax_error_starred_alone.py: a star where none can be.
x = *a
