# Two sieves on one array.
from together import numbers, together

n = numbers[0]
a = [0] * n


def sieve():
    for i in range(n):
        if a[i] == 0:
            a[i] = 1
            for j in range(2 * i + 2, n, i + 2):
                a[j] = 2


together((sieve,), (sieve,))
print(a)
