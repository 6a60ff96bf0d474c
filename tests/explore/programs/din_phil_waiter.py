# Dining philosophers who ask a waiter for both forks.
import threading

from together import numbers, together

n = numbers[0]
forks = [threading.Lock() for _ in range(n)]
waiter = threading.Lock()


def philosopher(i):
    waiter.acquire()
    forks[i].acquire()
    forks[(i + 1) % n].acquire()
    waiter.release()
    forks[(i + 1) % n].release()
    forks[i].release()


together(*[(philosopher, i) for i in range(n)])
print("all have eaten")
