# Readers together, writers alone.
import threading

from together import numbers, together

readers, writers = numbers
rc = x = y = 0
m = threading.Lock()
room = threading.Lock()


def reader():
    global rc
    with m:
        rc = rc + 1
        if rc == 1:
            room.acquire()
    u = x
    v = y
    assert u == v
    with m:
        rc = rc - 1
        if rc == 0:
            room.release()


def writer():
    global x, y
    room.acquire()
    x = x + 1
    y = y + 1
    room.release()


together(*[(reader,)] * readers, *[(writer,)] * writers)
print(rc, x, y)
