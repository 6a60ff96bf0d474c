# tests/conformance/threading/lock_protects_counter.py: a counter guarded by a lock loses nothing.
import threading

count = 0
lock = threading.Lock()


def add(n):
    global count
    for _ in range(n):
        with lock:
            c = int(count)
            count = c + 1


threads = [threading.Thread(target=add, args=(500,)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(count)
