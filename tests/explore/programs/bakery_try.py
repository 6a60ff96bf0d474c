# Lamport's bakery, each wait one look.
from together import numbers, together

n = numbers[0]
choosing = [False] * n
num = [0] * n
x = -1
ended = [None] * n


def work(i):
    global x
    ended[i] = "gave up"
    choosing[i] = True
    m = 0
    for j in range(n):
        if j != i:
            m = max(m, num[j])
    num[i] = m + 1
    choosing[i] = False
    for j in range(n):
        if j == i:
            continue
        if choosing[j]:
            return
        r = num[j]
        if r != 0 and (r, j) < (m + 1, i):
            return
    x = i
    r = x
    assert r == i
    num[i] = 0
    ended[i] = "entered"


together(*[(work, i) for i in range(n)])
print(choosing, num, x, ended)
