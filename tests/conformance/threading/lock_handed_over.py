# tests/conformance/threading/lock_handed_over.py: releasing a lock lets the one go on that waits.
import threading
import time

lock = threading.Lock()
lock.acquire()


def work():
    print("waiting")
    with lock:
        print("got it")


t = threading.Thread(target=work)
t.start()
time.sleep(0.05)
print("releasing")
lock.release()
t.join()
