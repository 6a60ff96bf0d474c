# Notified before it waits.
import threading

from together import together

ready = False
cond = threading.Condition(threading.Lock())


def setter():
    global ready
    ready = True
    with cond:
        cond.notify()


def waiter():
    r = ready
    if not r:
        with cond:
            cond.wait()


together((setter,), (waiter,))
print(ready)
