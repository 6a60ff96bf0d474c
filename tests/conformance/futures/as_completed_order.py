# tests/conformance/futures/as_completed_order.py: as_completed() gives futures as they end.
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

def slow(n):
    time.sleep(n / 25)
    if n == 2:
        raise ValueError(n)
    return n

with ThreadPoolExecutor(4) as pool:
    futures = {pool.submit(slow, n): f"job {n}" for n in (4, 1, 3, 2)}
    for future in as_completed(futures):
        print(futures[future], future.exception() or future.result())
    again = as_completed([*futures, *futures])
    print(sorted(futures[future] for future in again), list(as_completed([])))
