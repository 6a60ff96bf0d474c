# One variable under two locks.
import threading

from together import numbers, together

lock1, lock2 = threading.Lock(), threading.Lock()
x = 0


def a():
    global x
    with lock1:
        r = x
        x = x + 1
        s = x
        assert s == r + 1


def b():
    global x
    with lock2:
        x = x + 1


together(*[(a,)] * numbers[0], *[(b,)] * numbers[1])
print(x)
