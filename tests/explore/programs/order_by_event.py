# An event says that it is made.
import threading

from together import together

cfg = None
made = threading.Event()


def maker():
    global cfg
    cfg = 7
    made.set()


def user():
    made.wait()
    r = cfg
    assert r == 7


together((maker,), (user,))
print(cfg)
