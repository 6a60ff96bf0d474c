# tests/conformance/exceptions/reraise_bare.py: a bare `raise` raises the exception being handled,
# or complains that there is none.
def inner():
    raise


try:
    try:
        raise ValueError("v")
    except ValueError:
        inner()
except ValueError as e:
    print("again", e)
try:
    inner()
except RuntimeError as e:
    print(e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            raise KeyError("k")
        except KeyError:
            pass
        raise
except ZeroDivisionError as e:
    print("outer one", e)
