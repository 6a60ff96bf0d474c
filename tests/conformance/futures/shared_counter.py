# tests/conformance/futures/shared_counter.py: a pool that counts under a lock, and one that adds
# up what its calls return.
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed

total, lock = 0, threading.Lock()

def count(times):
    global total
    for _ in range(times):
        with lock:
            total += 1
    return times

with ThreadPoolExecutor(max_workers=4) as pool:
    futures = [pool.submit(count, n * 100) for n in range(1, 6)]
    print(sum(future.result() for future in as_completed(futures)), total)
