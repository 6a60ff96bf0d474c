# tests/conformance/queue/simple_queue.py: SimpleQueue has put, get and empty.
import queue

q = queue.SimpleQueue()
q.put(1)
q.put_nowait(2)
print(q.get(), q.qsize(), q.empty(), q.get_nowait(), q.empty())
try:
    q.get(timeout=0.01)
except queue.Empty:
    print("Empty")
