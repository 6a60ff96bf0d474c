# tests/conformance/futures/wait_all.py: wait() for all, and with a time limit.
import time
from concurrent.futures import ALL_COMPLETED, ThreadPoolExecutor, wait

def slow(n):
    time.sleep(n)
    return n

with ThreadPoolExecutor(3) as pool:
    futures = [pool.submit(slow, n) for n in (0.02, 0.15, 0.2)]
    done, not_done = wait(futures, timeout=0.08)
    print(len(done), len(not_done), [future.result() for future in done])
    outcome = wait(futures, return_when=ALL_COMPLETED)
    print(type(outcome).__name__, outcome._fields, sorted(f.result() for f in outcome.done))
    print(outcome.not_done, wait([]), len(wait(futures + futures).done))
    print(wait(futures, timeout=0)[0] == set(futures))
