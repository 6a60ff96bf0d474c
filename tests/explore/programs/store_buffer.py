# Each writes its own and reads the other's.
from together import together

x = y = 0
r = [None, None]


def first():
    global x
    x = 1
    t = y
    r[0] = t


def second():
    global y
    y = 1
    t = x
    r[1] = t


together((first,), (second,))
print(r)
assert not (r[0] == 0 and r[1] == 0)
