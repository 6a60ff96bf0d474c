# Lamport's fast mutual exclusion, each wait one look.
from together import numbers, together

n = numbers[0]
b = [False] * (n + 1)
x = y = 0
ended = [None] * (n + 1)


def work(i):
    global x, y
    ended[i] = "gave up"
    while True:
        b[i] = True
        x = i
        if y != 0:
            b[i] = False
            if y != 0:
                return
            continue
        y = i
        if x != i:
            b[i] = False
            for j in range(1, n + 1):
                if b[j]:
                    return
            if y != i:
                if y != 0:
                    return
                continue
        break
    y = 0
    b[i] = False
    ended[i] = "entered"


together(*[(work, i) for i in range(1, n + 1)])
print(b, x, y, ended)
