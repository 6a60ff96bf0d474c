# Each of two numbers becomes the other's successor, under one lock.
import threading

from together import numbers, together

n = numbers[0]
lock = threading.Lock()
i, j = 3, 6


def first():
    global i
    for _ in range(n):
        with lock:
            i = j + 1


def second():
    global j
    for _ in range(n):
        with lock:
            j = i + 1


together((first,), (second,))
print(i, j)
assert i <= 2 * n + 6 and j <= 2 * n + 6
