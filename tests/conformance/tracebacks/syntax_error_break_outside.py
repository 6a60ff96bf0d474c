# tests/conformance/tracebacks/syntax_error_break_outside.py: `break` outside a loop.
def f():
    if True:
        break
