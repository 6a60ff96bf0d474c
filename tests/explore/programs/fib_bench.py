# Two threads add each other's sum to their own; a third looks at how far they have come.
from together import numbers, together

x = y = 1


def first():
    global x
    for _ in range(numbers[0]):
        a = x
        b = y
        x = a + b


def second():
    global y
    for _ in range(numbers[0]):
        a = x
        b = y
        y = a + b


def third():
    if x <= 144:
        assert y <= 144
    else:
        assert False


together((first,), (second,), (third,))
