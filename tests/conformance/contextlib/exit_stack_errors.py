# tests/conformance/contextlib/exit_stack_errors.py: an ExitStack whose callbacks raise: which error comes out, with which context.
from contextlib import ExitStack


def fail(kind, text):
    raise kind(text)


def chain(error):
    parts = []
    while error is not None:
        parts.append(repr(error))
        error = error.__context__
    return " <- ".join(parts)


def attempt(*steps, body=None):
    try:
        with ExitStack() as stack:
            for step in steps:
                stack.push(step)
            if body is not None:
                raise body
        print("no error")
    except BaseException as error:
        print(chain(error))


def raises(error):
    return lambda *details: fail(type(error), error.args[0])


def swallows(*details):
    return True


def replaces(kind, error, traceback):
    try:
        raise KeyError("inner")
    except KeyError as found:
        raise TypeError("outer") from found


def again(kind, error, traceback):
    raise error


attempt(raises(KeyError("a")))
attempt(raises(KeyError("a")), raises(IndexError("b")), body=ValueError("body"))
attempt(swallows, raises(IndexError("b")), body=ValueError("body"))
attempt(raises(IndexError("b")), swallows, body=ValueError("body"))
attempt(replaces, body=ValueError("body"))
attempt(again, body=ValueError("body"))
attempt(swallows, again, body=ValueError("body"))
try:
    raise OSError("outside")
except OSError:
    attempt(raises(KeyError("a")), raises(IndexError("b")), body=ValueError("body"))
    attempt(raises(KeyError("a")), raises(IndexError("b")))
stack = ExitStack()
stack.callback(fail, RuntimeError, "at close")
try:
    stack.close()
except RuntimeError as error:
    print(chain(error))
