# tests/conformance/threading/lock_may_be_released_by_another.py: a Lock, unlike an RLock, can be
# released by another thread.
import threading

lock, rlock = threading.Lock(), threading.RLock()
lock.acquire()
rlock.acquire()


def work():
    lock.release()
    print("released", lock.locked())
    try:
        rlock.release()
    except RuntimeError as e:
        print(e)


t = threading.Thread(target=work)
t.start()
t.join()
