# Increments under a lock.
import threading

from together import numbers, together

lock = threading.Lock()
x = 0


def inc():
    global x
    with lock:
        r = x
        x = r + 1


together(*[(inc,)] * numbers[0])
print(x)
assert x == numbers[0]
