# tests/conformance/tracebacks/syntax_error_default_order.py: a parameter without default after
# one with default.
def f(a=1, b):
    pass
