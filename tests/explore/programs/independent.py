# Each thread has a cell of its own.
from together import numbers, together

n = numbers[0]
a = [0] * n


def work(i):
    a[i] = a[i] + 1


together(*[(work, i) for i in range(n)])
print(a)
