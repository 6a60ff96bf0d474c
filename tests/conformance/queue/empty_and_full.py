# tests/conformance/queue/empty_and_full.py: Empty and Full, at once and after a timeout.
import queue

q = queue.Queue(maxsize=1)
for f in (lambda: q.get_nowait(), lambda: q.get(False), lambda: q.get(timeout=0.01)):
    try:
        f()
    except queue.Empty as e:
        print("Empty", repr(e))
q.put(1)
for f in (lambda: q.put_nowait(2), lambda: q.put(2, block=False), lambda: q.put(2, timeout=0.01)):
    try:
        f()
    except queue.Full as e:
        print("Full", repr(e))
try:
    q.get(timeout=-1)
except ValueError as e:
    print(e)
print(q.full(), q.maxsize)
