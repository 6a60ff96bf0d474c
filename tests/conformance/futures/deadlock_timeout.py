# tests/conformance/futures/deadlock_timeout.py: two calls in a pool of one that wait for each
# other end by their time limits.
from concurrent.futures import ThreadPoolExecutor

def outer():
    inner = pool.submit(pow, 2, 3)
    try:
        return inner.result(timeout=0.05)
    except TimeoutError:
        return f"gave up, cancelled {inner.cancel()}"

with ThreadPoolExecutor(1) as pool:
    print(pool.submit(outer).result())
