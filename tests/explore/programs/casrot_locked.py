# Each thread moves the value on by one, if it finds its predecessor's.
import threading

from together import numbers, together

lock = threading.Lock()
x = 0


def rotate(i):
    global x
    with lock:
        if x == i - 1:
            x = i


together(*[(rotate, i) for i in range(1, numbers[0] + 1)])
print(x)
