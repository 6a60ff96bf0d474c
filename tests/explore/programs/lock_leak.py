# An exception on the way to release().
import threading

from together import numbers, together

lock = threading.Lock()
x = 0


def work():
    global x
    lock.acquire()
    r = x
    if r == 1:
        raise RuntimeError("somebody was here")
    x = r + 1
    lock.release()


together(*[(work,)] * numbers[0])
print(x)
