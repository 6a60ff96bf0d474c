# Three stages with queues between them keep the order.
import queue

from together import numbers, together

n = numbers[0]
q1, q2 = queue.Queue(), queue.Queue()
out = [None] * n


def source():
    for i in range(n):
        q1.put(i)


def worker():
    for _ in range(n):
        v = q1.get()
        q2.put(v * 10)


def sink():
    for i in range(n):
        v = q2.get()
        out[i] = v


together((source,), (worker,), (sink,))
print(out)
assert out == [10 * i for i in range(n)]
