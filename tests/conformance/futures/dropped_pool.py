# tests/conformance/futures/dropped_pool.py: the threads of a pool that nobody has any more end.
import gc
import threading
import time
from concurrent.futures import ThreadPoolExecutor

def use():
    pool = ThreadPoolExecutor(2)
    return [pool.submit(pow, 2, n) for n in range(3)]

futures = use()
print([future.result() for future in futures])
gc.collect()
time.sleep(0.05)
print(threading.active_count())
