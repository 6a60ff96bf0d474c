# A pair is read half old, half new.
from together import numbers, together

a = b = 0


def writer():
    global a, b
    for k in range(1, numbers[0] + 1):
        a = k
        b = k


def reader():
    u = a
    v = b
    assert u == v


together((writer,), (reader,))
print(a, b)
