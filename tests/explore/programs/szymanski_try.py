# Szymanski's algorithm, each wait one look.
from together import together

f = [0, 0]
x = 0
ended = [None, None]


def work(i):
    global x
    o = 1 - i
    ended[i] = "gave up"
    f[i] = 1
    if f[o] >= 3:
        return
    f[i] = 3
    if f[o] == 1:
        f[i] = 2
        if f[o] != 4:
            return
    f[i] = 4
    if f[o] >= 2:
        return
    x = i + 1
    r = x
    r = x
    assert r == i + 1
    if f[o] >= 2 and f[o] <= 3:
        return
    f[i] = 0
    ended[i] = "entered"


together((work, 0), (work, 1))
print(f, x, ended)
