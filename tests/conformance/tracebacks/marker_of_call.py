# tests/conformance/tracebacks/marker_of_call.py: the marker of a call in the middle of a line.
def boom(x):
    raise RuntimeError(x)


result = [1, 2, 3, boom("inside a list"), 4]
