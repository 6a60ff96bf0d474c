# Two sections under two locks: atomicity over both is missing.
import threading

from together import numbers, together

lock1, lock2 = threading.Lock(), threading.Lock()
d1 = d2 = 0


def a():
    global d1, d2
    with lock1:
        d1 = 1
    with lock2:
        r = d1
        d2 = r + 1


def b():
    with lock1:
        r = d1
        if r == 0:
            return
        t1 = d1
    with lock2:
        t2 = d2
    assert t2 == t1 + 1


together(*[(a,)] * numbers[0], *[(b,)] * numbers[1])
print(d1, d2)
