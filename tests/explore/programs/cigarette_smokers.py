# Two smokers can take one ingredient each.
import threading

from together import numbers, together

t, p, m = threading.Semaphore(0), threading.Semaphore(0), threading.Semaphore(0)
a = threading.Semaphore(1)


def agent():
    pairs = [(t, p), (p, m), (m, t)]
    for i in range(numbers[0]):
        a.acquire()
        for ingredient in pairs[i % 3]:
            ingredient.release()


def smoker(first, second):
    first.acquire()
    second.acquire()
    a.release()


together((agent,), (smoker, t, p), (smoker, p, m), (smoker, m, t))
