# tests/conformance/futures/initializer_fails.py: an initializer that fails breaks the pool, and
# is logged.
import time
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool

def begin():
    time.sleep(0.02)
    raise ValueError("cannot begin")

pool = ThreadPoolExecutor(1, initializer=begin)
futures = [pool.submit(print, n) for n in range(3)]
for future in futures:
    try:
        future.result()
    except BrokenExecutor as error:
        print(type(error) is BrokenThreadPool, error)
try:
    pool.submit(print, "no")
except BrokenThreadPool as error:
    print(error, issubclass(BrokenThreadPool, RuntimeError))
pool.shutdown()
