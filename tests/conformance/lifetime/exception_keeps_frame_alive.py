# tests/conformance/lifetime/exception_keeps_frame_alive.py: a caught exception keeps the locals
# of its frames until the handler ends.
class C:
    def __del__(self): print("del")


def f():
    c = C()
    raise ValueError("v")


try:
    f()
except ValueError as e:
    print("in the handler")
print("after the handler")
