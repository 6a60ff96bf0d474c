# A neighbour has written before the barrier.
import threading

from together import numbers, together

n = numbers[0]
a = [0] * n
barrier = threading.Barrier(n)


def work(i):
    a[i] = 1
    barrier.wait()
    s = a[(i + 1) % n]
    assert s == 1


together(*[(work, i) for i in range(n)])
print(a)
