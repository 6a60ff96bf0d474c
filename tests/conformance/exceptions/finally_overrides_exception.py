# tests/conformance/exceptions/finally_overrides_exception.py: an exception in a `finally`
# replaces the one before, which becomes its context.
def f():
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")


try:
    f()
except KeyError as e:
    print(repr(e), repr(e.__context__))


def loop():
    while True:
        try:
            raise ValueError
        finally:
            break
    return "break swallowed it"


print(loop())
