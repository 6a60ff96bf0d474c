# tests/conformance/futures/timeouts.py: result() and exception() with a time limit.
import concurrent.futures
import time
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(1) as pool:
    future = pool.submit(time.sleep, 0.1)
    for call in (future.result, future.exception):
        try:
            call(timeout=0.01)
        except TimeoutError as error:
            print(type(error).__name__, repr(error), error.args)
    print(future.running(), future.result(timeout=5))
print(concurrent.futures.TimeoutError is TimeoutError)
