# tests/conformance/processes/queue_pickling_errors.py: what a queue cannot pickle is reported, the next goes through.
import time
from multiprocessing import Queue

queue = Queue()
queue.put(lambda: 1)
queue.put("next")
print(queue.get())
