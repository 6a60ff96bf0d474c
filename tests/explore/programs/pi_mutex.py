# A sum of local terms under a lock.
import threading

from together import numbers, together

lock = threading.Lock()
pi = 0


def add(i):
    global pi
    term = 4 * (-1) ** i * 1000 // (2 * i + 1)
    with lock:
        pi = pi + term


together(*[(add, i) for i in range(numbers[0])])
print(pi)
