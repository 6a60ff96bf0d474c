# tests/conformance/threading/event_wait_and_set.py: an event wakes its waiters, wait gives
# whether it is set.
import threading
import time

e = threading.Event()
print(e.is_set(), e.wait(0.01))
out = []
threads = [threading.Thread(target=lambda i=i: out.append((i, e.wait()))) for i in range(3)]
for t in threads:
    t.start()
time.sleep(0.03)
print(out)
e.set()
for t in threads:
    t.join()
print(sorted(out), e.wait(), e.is_set())
e.clear()
print(e.is_set())
