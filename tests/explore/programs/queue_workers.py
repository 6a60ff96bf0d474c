# Workers share a queue; the order of the results is free.
import queue
import threading

from together import numbers, together

workers, items = numbers
q = queue.Queue()
for item in [*range(items), *[None] * workers]:
    q.put(item)
lock = threading.Lock()
total = 0
log = ()


def worker():
    global log, total
    while True:
        v = q.get()
        if v is None:
            return
        with lock:
            total = total + v
            log = log + (v,)


together(*[(worker,)] * workers)
print(total, log)
assert total == sum(range(items))
