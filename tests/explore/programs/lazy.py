# Two add, one checks.
import threading

from together import together

lock = threading.Lock()
data = 0


def add(amount):
    global data
    with lock:
        data = data + amount


def check():
    with lock:
        assert data < 3


together((add, 1), (add, 2), (check,))
print(data)
