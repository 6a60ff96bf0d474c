# Nobody ever empties the slot.
import threading

from together import together

num = 1
lock = threading.Lock()
empty, full = threading.Condition(lock), threading.Condition(lock)


def first():
    global num
    with lock:
        while num > 0:
            empty.wait()
        num = num + 1
        full.notify()


def second():
    with lock:
        while num == 0:
            full.wait()
        empty.notify()


together((first,), (second,))
