# A pair is read whole.
import threading

from together import numbers, together

lock = threading.Lock()
a = b = 0


def writer():
    global a, b
    for k in range(1, numbers[0] + 1):
        with lock:
            a = k
            b = k


def reader():
    with lock:
        u = a
        v = b
    assert u == v


together((writer,), (reader,))
print(a, b)
