# Appending to an array by an index that another may have used.
from together import numbers, together

n = numbers[0]
m = n - 2
e = [0] * m
nxt = 0


def append(i):
    global nxt
    k = nxt
    if k >= m:
        return
    e[k] = i
    nxt = k + 1


together(*[(append, i) for i in range(n)])
print(e, nxt)
