# tests/conformance/futures/map_order.py: map() gives results in the order of its arguments.
import time
from concurrent.futures import ThreadPoolExecutor

def slow(n):
    time.sleep(n / 50)
    print("done", n)
    return n * n

with ThreadPoolExecutor(3) as pool:
    print(list(pool.map(slow, [5, 3, 1])))
    print(list(pool.map(pow, [2, 3, 4], [3, 2], chunksize=2)), list(pool.map(print, [])))
    results = pool.map(str, range(3))
    print(type(results).__name__, next(results), list(results))
