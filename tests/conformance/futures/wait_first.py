# tests/conformance/futures/wait_first.py: wait() for the first one that ends, or the first one
# that fails.
import time
from concurrent.futures import FIRST_COMPLETED, FIRST_EXCEPTION, ThreadPoolExecutor, wait

def slow(n, fails=False):
    time.sleep(n)
    if fails:
        raise RuntimeError(n)
    return n

with ThreadPoolExecutor(4) as pool:
    futures = [pool.submit(slow, n) for n in (0.1, 0.02, 0.12)]
    done, not_done = wait(futures, return_when=FIRST_COMPLETED)
    print([future.result() for future in done], len(not_done))
    wait(futures)
    futures = [pool.submit(slow, 0.1), pool.submit(slow, 0.03, True), pool.submit(slow, 0.01)]
    done, not_done = wait(futures, return_when=FIRST_EXCEPTION)
    print(len(done), len(not_done), [repr(f.exception()) for f in done if f.exception()])
    futures = [pool.submit(slow, 0.01), pool.submit(slow, 0.03)]
    print(len(wait(futures, return_when=FIRST_EXCEPTION).done))
    try:
        wait([pool.submit(slow, 0.01)], return_when="SOME")
    except ValueError as error:
        print(error)
