# tests/conformance/queue/several_workers_share_the_work.py: each item is taken exactly once.
import queue
import threading

tasks, results = queue.Queue(), queue.Queue()


def worker():
    while True:
        n = tasks.get()
        if n is None:
            break
        results.put((n, n ** 3))
        tasks.task_done()


t = [threading.Thread(target=worker) for _ in range(3)]
for x in t:
    x.start()
for n in range(10):
    tasks.put(n)
tasks.join()
for _ in t:
    tasks.put(None)
for x in t:
    x.join()
print(sorted(results.get() for _ in range(10)), results.empty())
