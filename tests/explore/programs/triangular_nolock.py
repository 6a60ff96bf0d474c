# Each of two numbers becomes the other's successor.
from together import numbers, together

n = numbers[0]
i, j = 3, 6


def first():
    global i
    for _ in range(n):
        t = j
        i = t + 1


def second():
    global j
    for _ in range(n):
        t = i
        j = t + 1


together((first,), (second,))
print(i, j)
assert i <= 2 * n + 6 and j <= 2 * n + 6
