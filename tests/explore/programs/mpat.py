# Locks under a lock, and each by itself.
import threading

from together import numbers, together

k = numbers[0]
m = threading.Lock()
a = [threading.Lock() for _ in range(k)]


def writer(i):
    a[i].acquire()
    a[i].release()


def reader(i):
    m.acquire()
    a[i].acquire()
    a[i].release()
    m.release()


together(*[(writer, i) for i in range(k)], *[(reader, i) for i in range(k)])
print("done")
