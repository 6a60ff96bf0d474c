# tests/conformance/generators/yield_from_close.py: closing the outer generator closes the inner
# one first.
def inner():
    try:
        yield 1
    finally:
        print("inner closed")


def outer():
    try:
        yield from inner()
    finally:
        print("outer closed")


o = outer()
next(o)
o.close()


class It:
    def __iter__(self): return self
    def __next__(self): return 5
    def close(self): print("It.close")


def over():
    yield from It()


v = over()
print(next(v), next(v))
v.close()
try:
    w = over()
    next(w)
    w.send(1)
except AttributeError as e:
    print(e)
