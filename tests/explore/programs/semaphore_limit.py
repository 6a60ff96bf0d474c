# Never more than the limit inside.
import threading

from together import numbers, together

n, limit = numbers
s = threading.Semaphore(limit)
m = threading.Lock()
inside = 0


def work():
    global inside
    s.acquire()
    with m:
        inside = inside + 1
        r = inside
        assert r <= limit
    with m:
        inside = inside - 1
    s.release()


together(*[(work,)] * n)
print(inside)
