# tests/conformance/queue/lifo_and_priority_order.py: LifoQueue gives the last first,
# PriorityQueue the smallest.
import queue

for cls in (queue.LifoQueue, queue.PriorityQueue):
    q = cls()
    for x in (5, 1, 4, 2, 3):
        q.put(x)
    print(cls.__name__, [q.get() for _ in range(5)])
p = queue.PriorityQueue()
for item in ((2, "b"), (1, "z"), (1, "a")):
    p.put(item)
print([p.get() for _ in range(3)])
p.put((1, {}))
try:
    p.put((1, {}))
except TypeError as e:
    print(e)
