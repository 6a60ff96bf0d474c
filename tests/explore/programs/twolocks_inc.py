# Two variables, each under a lock of its own.
import threading

from together import numbers, together

lock_x, lock_y = threading.Lock(), threading.Lock()
x = y = 0


def inc():
    global x, y
    with lock_x:
        x = x + 1
    with lock_y:
        y = y + 1


together(*[(inc,)] * numbers[0])
print(x, y)
assert x == y == numbers[0]
