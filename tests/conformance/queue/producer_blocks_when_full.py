# tests/conformance/queue/producer_blocks_when_full.py: put waits while a bounded queue is full.
import queue
import threading
import time

q = queue.Queue(1)
log = []


def producer():
    for i in range(3):
        q.put(i)
        log.append(f"put {i}")


t = threading.Thread(target=producer)
t.start()
time.sleep(0.05)
print(log, q.full())
print(q.get(), q.get(), q.get())
t.join()
print(log)
