# The test is under the lock.
import threading

from together import numbers, together

ready = False
cond = threading.Condition(threading.Lock())


def setter():
    global ready
    with cond:
        ready = True
        cond.notify_all()


def waiter():
    with cond:
        while not ready:
            cond.wait()


together((setter,), *[(waiter,)] * numbers[0])
print(ready)
