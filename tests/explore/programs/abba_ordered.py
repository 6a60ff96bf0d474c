# Two locks in one order.
import threading

from together import numbers, together

a, b = threading.Lock(), threading.Lock()
c = 0


def work():
    global c
    with a:
        with b:
            c = c + 1


together(*[(work,)] * numbers[0])
print(c)
assert c == numbers[0]
