# tests/conformance/threading/rlock_is_reentrant.py: the owner of an RLock may acquire it again,
# others wait.
import threading

r = threading.RLock()
with r:
    with r:
        print("twice", r.acquire(blocking=False))
        r.release()
        result = []
        t = threading.Thread(target=lambda: result.append(r.acquire(timeout=0.02)))
        t.start()
        t.join()
        print("other", result)
try:
    r.release()
except RuntimeError as e:
    print(e)
