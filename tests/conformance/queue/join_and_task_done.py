# tests/conformance/queue/join_and_task_done.py: join waits until every item was reported done.
import queue
import threading

q = queue.Queue()
done = []


def worker():
    while (x := q.get()) is not None:
        done.append(x * x)
        q.task_done()
    q.task_done()


t = threading.Thread(target=worker)
t.start()
for i in range(5):
    q.put(i)
q.join()
print(done)
q.put(None)
t.join()
try:
    q.task_done()
except ValueError as e:
    print(e)
