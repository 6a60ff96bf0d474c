# A reader looks for the last zero of an array whose cells others count up.
from together import numbers, together

n = numbers[0]
a = [0] * (n + 1)


def reader():
    i = n
    while a[i] != 0:
        i -= 1


def writer(j):
    t = a[j - 1]
    a[j] = t + 1


together((reader,), *[(writer, j) for j in range(1, n + 1)])
print(a)
