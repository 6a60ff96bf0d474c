# Work is left out when the lock is busy.
import threading

from together import numbers, together

n = numbers[0]
lock = threading.Lock()
x = 0
ended = [None] * n


def work(i):
    global x
    if lock.acquire(blocking=False):
        x = x + 1
        lock.release()
        ended[i] = "counted"


together(*[(work, i) for i in range(n)])
print(x, ended)
assert x == n
