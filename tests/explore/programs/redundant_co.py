# Writes that nobody may see, and two reads.
from together import numbers, together

x = 0


def write(value):
    global x
    for _ in range(numbers[0]):
        x = value


def read():
    r = x
    s = x


together((write, 1), (write, 2), (read,))
print(x)
