# tests/conformance/tracebacks/in_nested_yield_from.py: entries of generators that delegate.
def inner():
    yield 1
    raise ValueError("inner")


def outer():
    yield from inner()


print(list(outer()))
