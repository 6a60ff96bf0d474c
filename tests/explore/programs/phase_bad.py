# A lock that is taken a second time is never given back.
import threading

from together import together

x, y = threading.Lock(), threading.Lock()


def work():
    x.acquire()
    x.release()
    x.acquire()
    y.acquire()
    y.release()
    y.acquire()
    y.release()


together((work,), (work,))
