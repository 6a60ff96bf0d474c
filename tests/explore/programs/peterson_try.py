# Peterson's algorithm, with one look in place of waiting.
from together import together

f = [False, False]
turn = 0
x = -1
ended = [None, None]


def work(i):
    global turn, x
    o = 1 - i
    f[i] = True
    turn = o
    if f[o] and turn == o:
        ended[i] = "gave up"
        return
    x = i
    r = x
    assert r == i
    f[i] = False
    ended[i] = "entered"


together((work, 0), (work, 1))
print(f, turn, x, ended)
