# tests/conformance/tracebacks/syntax_error_unindent_mismatch.py: an unindent that fits no outer
# level.
def f():
        x = 1
    y = 2
