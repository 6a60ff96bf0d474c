# tests/conformance/tracebacks/syntax_error_nonlocal_no_binding.py: `nonlocal` of a name that no
# function binds.
def f():
    nonlocal x
    x = 1
