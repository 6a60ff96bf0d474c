# Coherence: two writers read their variable again, others write what they read between.
from together import numbers, together

x = y = z = 0
seen = {}


def first():
    global x
    x = 1
    r = y
    seen["A"] = r, x


def second():
    global x
    x = 2
    r = z
    seen["B"] = r, x


def other(i):
    global y, z
    y = i
    z = i


together((first,), (second,), *[(other, i) for i in range(1, numbers[0])])
print(x, y, z)
