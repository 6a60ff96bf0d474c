# A writer and some readers of one variable.
from together import numbers, together

x = 0


def writer():
    global x
    x = 42


def reader():
    r = x


together((writer,), *[(reader,)] * numbers[0])
print(x)
