# Peterson's algorithm, with some looks in place of waiting.
from together import numbers, together

f = [False, False]
turn = 0
x = -1
ended = [None, None]


def work(i):
    global turn, x
    o = 1 - i
    f[i] = True
    turn = o
    for _ in range(numbers[0]):
        if not (f[o] and turn == o):
            break
    else:
        ended[i] = "gave up"
        return
    x = i
    r = x
    assert r == i
    f[i] = False
    ended[i] = "entered"


together((work, 0), (work, 1))
print(f, turn, x, ended)
