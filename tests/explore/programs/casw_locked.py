# A compare-and-set under a lock, then a store under it.
import threading

from together import numbers, together

lock = threading.Lock()
x = 0


def work(i):
    global x
    with lock:
        if x == 0:
            x = 1
    with lock:
        x = i + 3


together(*[(work, i) for i in range(numbers[0])])
print(x)
