# Transfers in a ring; the locks in the order of the accounts.
import threading

from together import numbers, together

n = numbers[0]
bal = [100] * n
locks = [threading.Lock() for _ in range(n)]


def transfer(i):
    o = (i + 1) % n
    a, b = min(i, o), max(i, o)
    with locks[a]:
        with locks[b]:
            bal[i] = bal[i] - 10
            bal[o] = bal[o] + 10


together(*[(transfer, i) for i in range(n)])
print(bal)
assert bal == [100] * n
