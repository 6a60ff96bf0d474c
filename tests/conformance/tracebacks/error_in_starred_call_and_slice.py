# tests/conformance/tracebacks/error_in_starred_call_and_slice.py: the marker of slices and stars.
def f(*args):
    return args[0][1:"x"]


print(f(*[[1, 2]]))
