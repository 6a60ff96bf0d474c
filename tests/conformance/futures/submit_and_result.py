# tests/conformance/futures/submit_and_result.py: what is submitted runs in a thread of the pool;
# result() waits for it.
import threading
from concurrent.futures import ThreadPoolExecutor

def add(a, b=0, *, c=0):
    return a + b + c, threading.current_thread() is threading.main_thread()

with ThreadPoolExecutor(max_workers=2) as pool:
    future = pool.submit(add, 1, b=2, c=3)
    print(future.result())
    print(future.done(), future.running(), future.cancelled(), future.exception())
    print(pool.submit(sum, [1, 2, 3]).result())
    print(pool.submit(fn := lambda fn: fn, 5).result(), pool.submit(dict, self=1).result())
