# tests/conformance/lifetime/exception_saved_keeps_frame.py: a saved exception keeps the frame's
# locals alive until it is dropped.
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)


def f(n):
    c = C(n)
    raise ValueError(n)


saved = None
try:
    f(1)
except ValueError as e:
    saved = e
print("saved")
saved.__traceback__ = None
print("traceback dropped")
try:
    f(2)
except ValueError as e:
    saved = e
saved = None
print("exception dropped")
