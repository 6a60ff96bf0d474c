# Two groups of readers keep one another out, and wait for one another.
import threading

from together import together

m, lock = threading.Lock(), threading.Lock()
a = b = 0


def first():
    global a
    with m:
        a = a + 1
        if a == 1:
            lock.acquire()
    with m:
        a = a - 1
        if a == 0:
            lock.release()


def second():
    global b
    with m:
        b = b + 1
        if b == 1:
            lock.acquire()
    with m:
        b = b - 1
        if b == 0:
            lock.release()


ended = []
threads = [threading.Thread(target=first), threading.Thread(target=second)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(a, b)
