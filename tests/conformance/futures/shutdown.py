# tests/conformance/futures/shutdown.py: shutdown() waits, or not; nothing can be submitted after
# it.
import time
from concurrent.futures import ThreadPoolExecutor

def slow(n):
    time.sleep(0.05)
    print("ran", n)
    return n

pool = ThreadPoolExecutor(2)
futures = [pool.submit(slow, 1)]
print("before")
pool.shutdown()
print("after", futures[0].done())
try:
    pool.submit(slow, 2)
except RuntimeError as error:
    print(error)
try:
    pool.map(slow, [1])
except RuntimeError as error:
    print(error)
pool.shutdown()
pool = ThreadPoolExecutor(1)
future = pool.submit(slow, 3)
pool.shutdown(wait=False)
print("not waited", future.done())
print(future.result())
