# tests/conformance/threading/deadlock_avoided_by_timeout.py: two threads want two locks in
# opposite order, and give up in time.
import threading

a, b = threading.Lock(), threading.Lock()
both = threading.Event()
out = {}


def first():
    with a:
        both.wait()
        out["first"] = b.acquire(timeout=0.05)


def second():
    with b:
        both.set()
        out["second"] = a.acquire(timeout=0.5)
        if out["second"]:
            a.release()


t = [threading.Thread(target=first), threading.Thread(target=second)]
t[0].start()
t[1].start()
for x in t:
    x.join()
print(out)
