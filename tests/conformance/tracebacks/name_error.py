# tests/conformance/tracebacks/name_error.py: an undefined name.
def f():
    return undefinedname + 1


f()
