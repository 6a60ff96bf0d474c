# Increments again and again.
from together import numbers, together

x = 0


def work():
    global x
    for _ in range(numbers[0]):
        x = x + 1
    r = x
    assert r > 0


together((work,), (work,))
print(x)
