# tests/conformance/tracebacks/syntax_error_unmatched_close.py: a closing bracket without an
# opening one.
x = 1
y = x)
