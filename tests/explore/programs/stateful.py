# Two variables under one lock, in four sections.
import threading

from together import together

lock = threading.Lock()
d1 = d2 = 10


def first():
    global d1, d2
    with lock:
        d1 = d1 + 1
    with lock:
        d2 = d2 + 1


def second():
    global d1, d2
    with lock:
        d1 = d1 + 5
    with lock:
        d2 = d2 - 6


together((first,), (second,))
print(d1, d2)
assert d1 == 16 and d2 == 5
