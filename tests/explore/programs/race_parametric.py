# Two threads write their number and read it again.
from together import numbers, together

v = 0


def work(i):
    global v
    for _ in range(numbers[0]):
        v = i
        r = v


together((work, 0), (work, 1))
print(v)
