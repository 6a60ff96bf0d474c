# Made twice: nobody looks again under the lock.
import threading

from together import numbers, together

lock = threading.Lock()
inst = None
made = 0


def work():
    global inst, made
    if inst is None:
        with lock:
            made = made + 1
            inst = "obj"
    r = inst
    assert r is not None


together(*[(work,)] * numbers[0])
print(made)
assert made == 1
