# Dining philosophers who put the first fork back when the second is taken.
import threading

from together import numbers, together

n = numbers[0]
forks = [threading.Lock() for _ in range(n)]
ended = [None] * n


def philosopher(i):
    forks[i].acquire()
    ok = forks[(i + 1) % n].acquire(blocking=False)
    if ok:
        forks[(i + 1) % n].release()
    forks[i].release()
    ended[i] = "ate" if ok else "hungry"


together(*[(philosopher, i) for i in range(n)])
print(ended)
