# empty(), then get(): another may have come between.
import queue

from together import numbers, together

workers, items = numbers
q = queue.Queue()
for item in range(items):
    q.put(item)
taken = [0] * workers


def worker(i):
    while True:
        if q.empty():
            return
        q.get()


together(*[(worker, i) for i in range(workers)])
print("all have ended")
