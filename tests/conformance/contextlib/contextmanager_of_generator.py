# tests/conformance/contextlib/contextmanager_of_generator.py: a generator as a context manager, and what it may do wrong.
from contextlib import contextmanager


@contextmanager
def tag(name, *, closing="/"):
    """a tag"""
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        print("swallowed", error)
    finally:
        print(f"<{closing}{name}>")


print(tag.__name__, tag.__doc__, tag.__wrapped__.__name__, tag("a").__doc__)
with tag("p") as name, tag("b", closing="!"):
    print("inside", name)
with tag("i"):
    raise ValueError("oops")
try:
    with tag("q"):
        raise KeyError("k")
except KeyError as error:
    print("passed on", repr(error))


@contextmanager
def bad(kind):
    if kind == "nothing":
        return
    try:
        yield 1
    except BaseException as error:
        if kind == "other":
            raise RuntimeError("changed") from error
        if kind == "again":
            yield 3
        if kind == "same":
            raise
    if kind == "twice":
        yield 2


def attempt(kind, error=None):
    try:
        with bad(kind) as value:
            if error is not None:
                raise error
        print(kind, "done", value)
    except BaseException as found:
        print(kind, repr(found), repr(found.__cause__), repr(found.__context__))


attempt("nothing")
attempt("twice")
attempt("other", ValueError(1))
attempt("again", ValueError(2))
attempt("same", StopIteration(3))
attempt("swallow", StopIteration(4))
attempt("same", GeneratorExit())
attempt("same", RuntimeError("own"))
once = tag("u")
with once:
    pass
try:
    with once:
        pass
except AttributeError as error:
    print("used up:", error)
