# tests/conformance/tracebacks/syntax_error_parameter_and_global.py: a name that is parameter and
# global.
def f(x):
    global x
