# Dining philosophers, each first with the fork at the left.
import threading

from together import numbers, together

n = numbers[0]
forks = [threading.Lock() for _ in range(n)]


def philosopher(i):
    with forks[i]:
        with forks[(i + 1) % n]:
            pass


together(*[(philosopher, i) for i in range(n)])
print("all have eaten")
