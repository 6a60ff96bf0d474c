# empty(), then get(): another may have come between.
import queue

from together import numbers, together

workers, items = numbers
q = queue.Queue()
for item in range(items):
    q.put(item)
taken = [None] * workers


def worker(i):
    count = 0
    while not q.empty():
        q.get()
        count += 1
    taken[i] = count


together(*[(worker, i) for i in range(workers)])
print(taken)
