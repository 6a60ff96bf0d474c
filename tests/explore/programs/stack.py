# A stack in an array, under a lock.
import threading

from together import numbers, together

n = numbers[0]
top = 0
arr = [0] * n
lock = threading.Lock()


def pusher():
    global top
    for i in range(n):
        with lock:
            t = top
            assert t < n
            arr[t] = i
            top = t + 1


def popper():
    global top
    for _ in range(n):
        with lock:
            t = top
            if t > 0:
                top = t - 1
                v = arr[t - 1]


together((pusher,), (popper,))
print(top, arr)
