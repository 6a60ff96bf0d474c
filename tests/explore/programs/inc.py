# Increments without a lock.
from together import numbers, together

x = 0


def inc():
    global x
    r = x
    x = r + 1


together(*[(inc,)] * numbers[0])
print(x)
assert x == numbers[0]
