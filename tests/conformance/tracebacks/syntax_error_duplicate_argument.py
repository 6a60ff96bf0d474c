# tests/conformance/tracebacks/syntax_error_duplicate_argument.py: an argument named twice.
def f(a, b, a):
    pass
