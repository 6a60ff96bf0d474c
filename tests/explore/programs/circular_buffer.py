# Turns that are missed.
import threading

from together import numbers, together

n = numbers[0]
b = [-1] * 10
nxt = first = 0
send, recv = True, False
lock = threading.Lock()


def producer():
    global nxt, recv, send
    for i in range(n):
        with lock:
            if send:
                b[nxt] = i
                nxt = nxt + 1
                send = False
                recv = True


def consumer():
    global first, recv, send
    for i in range(n):
        with lock:
            if recv:
                v = b[first]
                first = first + 1
                assert v == i
                recv = False
                send = True


together((producer,), (consumer,))
print(b, nxt, first, send, recv)
