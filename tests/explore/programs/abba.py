# Two locks in opposite orders.
import threading

from together import together

a, b = threading.Lock(), threading.Lock()
c = 1


def first():
    global c
    with a:
        with b:
            c = c + 1


def second():
    global c
    with b:
        with a:
            c = c - 1


together((first,), (second,))
print(c)
