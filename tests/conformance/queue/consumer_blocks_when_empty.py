# tests/conformance/queue/consumer_blocks_when_empty.py: get waits until something comes.
import queue
import threading
import time

q = queue.Queue()


def consumer():
    print("waiting")
    print("got", q.get(timeout=5))


t = threading.Thread(target=consumer)
t.start()
time.sleep(0.05)
print("putting")
q.put("item")
t.join()
