# Some writers and a reader.
from together import numbers, together

x = 0


def writer(i):
    global x
    x = i


def reader():
    r = x


together(*[(writer, i) for i in range(1, numbers[0] + 1)], (reader,))
print(x)
