# A writer, and others that read before they write.
from together import numbers, together

x = 0


def write():
    global x
    x = 1


def work(i):
    global x
    r = x
    x = i


together((write,), *[(work, i) for i in range(numbers[0])])
print(x)
