# tests/conformance/queue/simple_queue_alone.py: SimpleQueue: what it has and what not.
import queue
import threading
import time

items = queue.SimpleQueue()
items.put(1)
items.put_nowait(2)
print(items.qsize(), items.empty(), items.get(), items.get_nowait(), items.empty())
for call in (lambda: items.get(False), lambda: items.get(timeout=0.01),
             lambda: items.get(timeout=-1), items.get_nowait, lambda: items.join(),
             lambda: items.maxsize):
    try:
        call()
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)

def put_later():
    time.sleep(0.02)
    items.put("late")

threading.Thread(target=put_later).start()
print(items.get(timeout=5), queue.SimpleQueue, queue.Empty, queue.Full)
