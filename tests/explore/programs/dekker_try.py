# Dekker's algorithm, each wait one look.
from together import together

f = [False, False]
turn = 0
x = -1
ended = [None, None]


def work(i):
    global turn, x
    o = 1 - i
    ended[i] = "gave up"
    f[i] = True
    if f[o]:
        if turn != i:
            f[i] = False
            return
        if f[o]:
            return
    x = i
    r = x
    assert r == i
    turn = o
    f[i] = False
    ended[i] = "entered"


together((work, 0), (work, 1))
print(f, turn, x, ended)
