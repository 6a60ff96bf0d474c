# One condition for both sides, and notify().
import threading

from together import numbers

producers, consumers, cap = numbers
n = 0
cond = threading.Condition(threading.Lock())
ended = [None] * (producers + consumers)


def producer(i):
    global n
    with cond:
        while n == cap:
            cond.wait()
        n = n + 1
        cond.notify()
    ended[i] = "done"


def consumer(i):
    global n
    with cond:
        while n == 0:
            cond.wait()
        n = n - 1
        cond.notify()
    ended[i] = "done"


bodies = [producer] * producers + [consumer] * consumers
threads = [threading.Thread(target=body, args=(i,)) for i, body in enumerate(bodies)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(n)
