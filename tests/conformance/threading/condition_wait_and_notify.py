# tests/conformance/threading/condition_wait_and_notify.py: a waiter gives the lock away while it
# waits, notify wakes one.
import threading
import time

c = threading.Condition()
items = []


def consumer(name):
    with c:
        while not items:
            c.wait()
        print(name, "took", items.pop(0))


t = [threading.Thread(target=consumer, args=(n,)) for n in "ab"]
for x in t:
    x.start()
    time.sleep(0.02)
for i in range(2):
    with c:
        items.append(i)
        c.notify()
        print("notified", i)
    time.sleep(0.03)
for x in t:
    x.join()
try:
    c.notify()
except RuntimeError as e:
    print(e)
try:
    c.wait()
except RuntimeError as e:
    print(e)
