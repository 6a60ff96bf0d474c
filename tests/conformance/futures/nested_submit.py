# tests/conformance/futures/nested_submit.py: a call that submits another to the same pool and
# waits for it.
from concurrent.futures import ThreadPoolExecutor

def fib(pool, n):
    if n < 2:
        return n
    left = pool.submit(fib, pool, n - 1)
    right = pool.submit(fib, pool, n - 2)
    return left.result() + right.result()

with ThreadPoolExecutor(40) as pool:
    print([pool.submit(fib, pool, n).result() for n in range(7)])
