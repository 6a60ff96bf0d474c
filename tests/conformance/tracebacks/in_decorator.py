# tests/conformance/tracebacks/in_decorator.py: an exception in a decorated function and its
# wrapper.
def logged(f):
    def wrapper(*args):
        return f(*args)
    return wrapper


@logged
def fail(x):
    raise ValueError(x)


fail("decorated")
