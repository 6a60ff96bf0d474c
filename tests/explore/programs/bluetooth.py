# A driver is stopped while a request comes in.
import threading

from together import together

lock = threading.Lock()
io = 1
flag = ev = stopped = False


def decrement():
    global ev, io
    with lock:
        r = io
        io = r - 1
    if r == 1:
        ev = True


def adder():
    global io
    if not flag:
        with lock:
            io = io + 1
        assert not stopped
    decrement()


def stopper():
    global flag, stopped
    flag = True
    decrement()
    if ev:
        stopped = True


together((adder,), (stopper,))
print(io, flag, ev, stopped)
