# A neighbour may not have written yet.
from together import numbers, together

n = numbers[0]
a = [0] * n


def work(i):
    a[i] = 1
    s = a[(i + 1) % n]
    assert s == 1


together(*[(work, i) for i in range(n)])
print(a)
