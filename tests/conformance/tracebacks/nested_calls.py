# tests/conformance/tracebacks/nested_calls.py: one entry for each call, oldest first, with the
# source line and its marker.
def outer(n):
    middle(n, 2)


def middle(a, b):
    return inner(a) + b


def inner(a):
    raise ValueError("wrong value: %r" % a)


if True:
    outer(5)
