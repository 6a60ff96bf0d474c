# tests/conformance/threading/lock_basics.py: acquire, release, locked, with, and their errors.
import threading

lock = threading.Lock()
print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(blocking=False))
lock.release()
try:
    lock.release()
except RuntimeError as e:
    print(e)
with lock as got:
    print(got, lock.locked())
print(lock.locked(), "unlocked" in repr(lock))
try:
    with lock:
        raise ValueError("inside")
except ValueError:
    print("released", not lock.locked())
