# Customers leave when no chair is free.
import threading

from together import numbers, together

customers, chairs = numbers
waiting = cut = 0
m = threading.Lock()
s = threading.Semaphore(0)
ended = [None] * customers


def customer(i):
    global waiting
    with m:
        already = waiting
        if already == chairs:
            ended[i] = "left"
            return
        waiting = already + 1
        s.release()
    ended[i] = "served"


def barber():
    global cut, waiting
    for _ in range(customers):
        s.acquire()
        with m:
            waiting = waiting - 1
            cut = cut + 1


together(*[(customer, i) for i in range(customers)], (barber,))
print(waiting, cut, ended)
