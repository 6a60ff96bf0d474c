# tests/conformance/futures/map_timeout.py: the time limit of map() counts from the call.
import time
from concurrent.futures import ThreadPoolExecutor

def slow(n):
    time.sleep(n)
    return n

with ThreadPoolExecutor(2) as pool:
    results = pool.map(slow, [0.02, 0.3, 0.02, 0.02], timeout=0.15)
    print(next(results))
    try:
        next(results)
    except TimeoutError as error:
        print("timeout", repr(error))
    print(list(results))
