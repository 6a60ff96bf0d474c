# Each takes over its neighbour's number; a checker that comes last finds them unequal.
import threading

from together import together

x1, x2, x3 = 1, 2, 1
f1 = f2 = f3 = False
lock = threading.Lock()


def first():
    global f1, x1
    with lock:
        x1 = (x3 + 1) % 4
        f1 = True


def second():
    global f2, x2
    with lock:
        x2 = x1
        f2 = True


def third():
    global f3, x3
    with lock:
        x3 = x2
        f3 = True


def check():
    with lock:
        if f1 and f2 and f3:
            assert x1 == x2 and x2 == x3


together((first,), (second,), (third,), (check,))
print(x1, x2, x3)
