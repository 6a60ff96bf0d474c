# Producers and consumers of a buffer with two conditions.
import threading

from together import numbers, together

producers, consumers, k, cap = numbers
n = got = 0
lock = threading.Lock()
not_full, not_empty = threading.Condition(lock), threading.Condition(lock)


def producer():
    global n
    for _ in range(k):
        with lock:
            while n == cap:
                not_full.wait()
            n = n + 1
            not_empty.notify()


def consumer():
    global got, n
    for _ in range(producers * k // consumers):
        with lock:
            while n == 0:
                not_empty.wait()
            n = n - 1
            got = got + 1
            not_full.notify()


together(*[(producer,)] * producers, *[(consumer,)] * consumers)
print(n, got)
assert n == 0 and got == producers * k
