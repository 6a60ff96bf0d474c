# tests/conformance/futures/as_completed_timeout.py: as_completed() with a time limit says how
# many are not over.
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

with ThreadPoolExecutor(3) as pool:
    futures = [pool.submit(time.sleep, n) for n in (0.01, 0.2, 0.25)]
    try:
        for future in as_completed(futures, timeout=0.1):
            print("over", futures.index(future))
    except TimeoutError as error:
        print(type(error).__name__, error)
    try:
        next(as_completed(futures, timeout=0)), next(as_completed(futures[1:], timeout=0.01))
    except TimeoutError as error:
        print(error)
