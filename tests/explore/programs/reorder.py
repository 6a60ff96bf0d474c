# Two writes that a checker sees half.
from together import numbers, together

a = b = 0


def setter():
    global a, b
    a = 1
    b = -1


def checker():
    assert (a == 0 and b == 0) or (a == 1 and b == -1)


together(*[(setter,)] * (numbers[0] - 1), (checker,))
print(a, b)
