# A home-made lock: test and set are two steps.
from together import numbers, together

busy = False
x = -1
ended = [None] * numbers[0]


def work(i):
    global busy, x
    if busy:
        ended[i] = "gave up"
        return
    busy = True
    x = i
    r = x
    assert r == i
    busy = False


together(*[(work, i) for i in range(numbers[0])])
print(busy, x, ended)
