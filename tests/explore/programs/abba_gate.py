# Opposite orders behind a gate.
import threading

from together import together

g, a, b = threading.Lock(), threading.Lock(), threading.Lock()
c = 0


def first():
    global c
    with g:
        with a:
            with b:
                c = c + 1


def second():
    global c
    with g:
        with b:
            with a:
                c = c + 1


together((first,), (second,))
print(c)
assert c == 2
