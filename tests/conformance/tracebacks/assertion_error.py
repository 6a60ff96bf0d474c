# tests/conformance/tracebacks/assertion_error.py: assertions with and without a message.
def check(x):
    assert x > 0, f"not positive: {x}"


try:
    assert False
except AssertionError:
    check(-1)
