# tests/conformance/threading/condition_notify_all.py: notify_all wakes everybody.
import threading
import time

c = threading.Condition(threading.Lock())
woken = []


def waiter(n):
    with c:
        c.wait()
        woken.append(n)


t = [threading.Thread(target=waiter, args=(i,)) for i in range(4)]
for x in t:
    x.start()
time.sleep(0.05)
with c:
    c.notify_all()
for x in t:
    x.join()
print(sorted(woken))
