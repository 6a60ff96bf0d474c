# What is read decides what is written.
from together import numbers, together

x = y = z = 0


def p():
    r = x


def q():
    global y
    y = 1


def r():
    global z
    if y == 0:
        z = 1


def s():
    global x
    if z == 1:
        if y == 0:
            x = 1


n = numbers[0]
together(*[(p,)] * n, *[(q,)] * n, (r,), (s,))
print(x, y, z)
