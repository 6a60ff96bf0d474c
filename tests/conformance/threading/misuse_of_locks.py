# tests/conformance/threading/misuse_of_locks.py: errors of locks, conditions and semaphores.
import threading

def tried(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

lock, rlock, condition = threading.Lock(), threading.RLock(), threading.Condition()
semaphore, bounded = threading.Semaphore(2), threading.BoundedSemaphore(1)
for call in (lock.release, lambda: lock.acquire(False, 1), lambda: lock.acquire(True, -2),
             lambda: lock.acquire(timeout="a"), rlock.release, condition.wait, condition.notify,
             condition.notify_all, lambda: condition.wait_for(lambda: False),
             lambda: threading.Semaphore(-1), lambda: semaphore.acquire(False, timeout=1),
             lambda: semaphore.release(0), bounded.release):
    tried(call)
bounded.acquire()
tried(lambda: bounded.release(2))
print(bounded._value, semaphore.acquire(), semaphore.acquire(), semaphore.acquire(False))
with condition:
    print(condition.wait(0.01), condition.wait_for(lambda: 0, 0.01), condition.wait_for(lambda: 7))
