# Each access is under the lock, the two together are not.
import threading

from together import together

lock = threading.Lock()
x = 0


def work():
    global x
    with lock:
        r = x
    with lock:
        x = r + 1


together((work,), (work,))
print(x)
assert x == 2
