# A woken consumer does not look again.
import threading

from together import numbers

producers, consumers = numbers
n = 0
cond = threading.Condition(threading.Lock())


def producer():
    global n
    with cond:
        n = n + 1
        cond.notify()


def consumer():
    global n
    with cond:
        if n == 0:
            cond.wait()
        r = n
        assert r > 0
        n = r - 1


threads = [threading.Thread(target=body)
           for body in [producer] * producers + [consumer] * consumers]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(n)
