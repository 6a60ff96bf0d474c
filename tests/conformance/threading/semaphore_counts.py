# tests/conformance/threading/semaphore_counts.py: a semaphore lets so many in, with timeouts.
import threading

s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False), s.acquire(timeout=0.01))
s.release()
print(s.acquire(False))
s.release(2)
with s:
    print("inside")
for bad in (lambda: threading.Semaphore(-1), lambda: s.release(0)):
    try:
        bad()
    except ValueError as e:
        print(e)
