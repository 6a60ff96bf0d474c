# tests/conformance/queue/fifo_order.py: a Queue gives items in the order they were put.
import queue

q = queue.Queue()
for x in "abc":
    q.put(x)
print(q.qsize(), q.empty(), q.full(), q.get(), q.get(), q.qsize())
q.put("d")
print([q.get() for _ in range(2)], q.empty())
