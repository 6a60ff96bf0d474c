# tests/conformance/exceptions/context_of_nested_handlers.py: the context is the exception being
# handled, also across function calls.
def cleanup():
    raise RuntimeError("cleanup failed")


try:
    try:
        raise ValueError("a")
    except ValueError:
        try:
            raise TypeError("b")
        except TypeError:
            cleanup()
except RuntimeError as e:
    while e is not None:
        print(repr(e))
        e = e.__context__
try:
    try:
        1 / 0
    finally:
        cleanup()
except RuntimeError as e:
    print(repr(e.__context__))
