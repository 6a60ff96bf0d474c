# tests/conformance/threading/generator_shared_by_threads.py: closures and globals are shared
# among threads.
import threading

log = []


def make(n):
    total = 0

    def work():
        nonlocal total
        for i in range(n):
            total += i
        log.append((n, total))
    return work


for n in (5, 10):
    t = threading.Thread(target=make(n))
    t.start()
    t.join()
print(log)
