# Store buffering with a guarded critical section.
from together import together

x = y = c = 0
ended = [None] * 2


def first():
    global c, y
    y = 1
    if x == 0:
        c = 1
        r = c
        assert r == 1


def second():
    global c, x
    x = 1
    if y == 0:
        c = 0
        r = c
        assert r == 0


together((first,), (second,))
print(x, y, c)
