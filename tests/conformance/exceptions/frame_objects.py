# tests/conformance/exceptions/frame_objects.py: what frames say: code, line, locals, caller.
import sys


def inner(x):
    y = x + 1
    frame = sys._getframe()
    print(frame.f_code.co_name, frame.f_lineno, sorted(frame.f_locals), frame.f_back.f_code.co_name)
    print(frame.f_globals is globals(), sys._getframe(1).f_lineno)
    raise KeyError(y)


def outer():
    z = 10
    inner(z)


try:
    outer()
except KeyError:
    kind, value, traceback = sys.exc_info()
    print(kind, value, traceback is value.__traceback__, sys.exception() is value)
    while traceback:
        frame = traceback.tb_frame
        local = {k: v for k, v in frame.f_locals.items() if k in ("x", "y", "z")}
        print(frame.f_code.co_name, traceback.tb_lineno, local)
        traceback = traceback.tb_next
print(sys.exc_info(), sys.exception())


def generator():
    a = 1
    yield a
    yield a + 1


g = generator()
print(g.gi_frame.f_lineno, g.gi_frame.f_locals, g.gi_suspended)
next(g)
print(g.gi_frame.f_lineno, g.gi_frame.f_locals, g.gi_suspended)
list(g)
print(g.gi_frame)
try:
    sys._getframe(1000)
except ValueError as error:
    print(error)
