# Money is moved without a lock.
from together import numbers, together

a = b = 100


def transfer():
    global a, b
    r = a
    a = r - 10
    s = b
    b = s + 10


together(*[(transfer,)] * numbers[0])
print(a, b)
assert a + b == 200
