# tests/conformance/threading/semaphore_limits_parallel_work.py: never more threads inside than
# the semaphore allows.
import threading
import time

s, lock = threading.Semaphore(2), threading.Lock()
inside = most = 0


def work():
    global inside, most
    with s:
        with lock:
            inside += 1
            most = max(most, inside)
        time.sleep(0.02)
        with lock:
            inside -= 1


t = [threading.Thread(target=work) for _ in range(6)]
for x in t:
    x.start()
for x in t:
    x.join()
print(most, inside)
