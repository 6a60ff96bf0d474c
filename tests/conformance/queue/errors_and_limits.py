# tests/conformance/queue/errors_and_limits.py: Full, Empty, task_done() once too often, negative
# time limits, in every kind.
import queue

def tried(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    items = kind(3)
    for n in (3, 1, 2):
        items.put(n)
    print(kind.__name__, items.qsize(), items.full(), items.empty(), items.maxsize)
    for call in (lambda: items.put(4, False), lambda: items.put_nowait(4),
                 lambda: items.put(4, timeout=0.01), lambda: items.put(4, timeout=-1)):
        tried(call)
    print([items.get() for _ in range(3)])
    for call in (lambda: items.get(False), items.get_nowait, lambda: items.get(timeout=0.01),
                 lambda: items.get(timeout=-1), items.task_done, items.task_done,
                 items.task_done, items.task_done):
        tried(call)
    items.join()
    print(items.unfinished_tasks, len(items.queue))
mixed = queue.PriorityQueue()
mixed.put((1, "a"))
tried(lambda: mixed.put((1, 2)))
