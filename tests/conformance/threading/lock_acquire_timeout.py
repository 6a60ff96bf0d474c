# tests/conformance/threading/lock_acquire_timeout.py: a timed-out acquire returns False.
import threading

lock = threading.Lock()
lock.acquire()
print(lock.acquire(timeout=0.01), lock.acquire(True, 0.01))
for args in ((False, 1), (True, -2)):
    try:
        lock.acquire(*args)
    except ValueError as e:
        print(e)
