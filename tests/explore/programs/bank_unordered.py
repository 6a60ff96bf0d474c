# Transfers in a ring; each locks its own account first.
import threading

from together import numbers, together

n = numbers[0]
bal = [100] * n
locks = [threading.Lock() for _ in range(n)]


def transfer(i):
    o = (i + 1) % n
    with locks[i]:
        with locks[o]:
            bal[i] = bal[i] - 10
            bal[o] = bal[o] + 10


together(*[(transfer, i) for i in range(n)])
print(bal)
assert bal == [100] * n
