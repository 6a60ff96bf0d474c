# tests/conformance/tracebacks/syntax_error_global_after_use.py: `global` after the name was used.
def f():
    x = 1
    global x
