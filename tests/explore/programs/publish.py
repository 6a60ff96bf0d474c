# A flag says that the value is there.
from together import numbers, together

x = flag = 0


def writer():
    global flag, x
    x = 42
    flag = 1


def reader():
    for _ in range(numbers[0] + 1):
        if flag == 1:
            assert x == 42
            return


together((writer,), (reader,))
print(x, flag)
