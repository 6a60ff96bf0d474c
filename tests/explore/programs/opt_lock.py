# An optimistic lock: again, until nobody has written between.
from together import numbers, together

x = y = 0


def work(i):
    global x, y
    for _ in range(numbers[0]):
        x = i
        y = 1
        if x == i:
            r = y
            break


together((work, 0), (work, 1))
print(x, y)
