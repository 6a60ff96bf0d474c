# tests/conformance/futures/idle_threads.py: a thread that is idle is used again; others are
# started as needed.
import time
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(4) as pool:
    for n in range(4):
        pool.submit(pow, n, 2).result()
        time.sleep(0.02)
    print(len(pool._threads), pool._max_workers)
    futures = [pool.submit(time.sleep, 0.05) for _ in range(3)]
    print(len(pool._threads))
    futures += [pool.submit(time.sleep, 0.05) for _ in range(3)]
    print(len(pool._threads), pool._work_queue.qsize())
print([future.done() for future in futures])
