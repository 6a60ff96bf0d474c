# Dining philosophers, each first with the fork of the smaller number.
import threading

from together import numbers, together

n = numbers[0]
forks = [threading.Lock() for _ in range(n)]


def philosopher(i):
    a, b = min(i, (i + 1) % n), max(i, (i + 1) % n)
    with forks[a]:
        with forks[b]:
            pass


together(*[(philosopher, i) for i in range(n)])
print("all have eaten")
