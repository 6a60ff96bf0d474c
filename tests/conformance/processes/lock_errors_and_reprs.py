# tests/conformance/processes/lock_errors_and_reprs.py: locks and semaphores: reprs, and what they refuse.
import multiprocessing
import pickle

lock, rlock = multiprocessing.Lock(), multiprocessing.RLock()
semaphore, bounded = multiprocessing.Semaphore(3), multiprocessing.BoundedSemaphore(2)
print(lock, rlock, semaphore, bounded, multiprocessing.Condition())
print(lock.acquire(), lock, lock.acquire(block=False), lock.acquire(timeout=0.01))
lock.release()
rlock.acquire()
rlock.acquire()
print(rlock)
rlock.release()
rlock.release()
for release in lock.release, rlock.release, bounded.release:
    try:
        release()
    except Exception as error:
        print(type(error).__name__, error)
semaphore.release()
print(semaphore, semaphore.get_value())
with lock:
    print(lock)
for shared in lock, multiprocessing.Queue(), multiprocessing.Value("i"):
    try:
        pickle.dumps(shared)
    except RuntimeError as error:
        print(error)
condition = multiprocessing.Condition()
for call in condition.wait, condition.notify:
    try:
        call()
    except AssertionError as error:
        print(error)
