# tests/conformance/futures/shutdown_cancels.py: shutdown(cancel_futures=True) cancels what has
# not begun.
import time
from concurrent.futures import ThreadPoolExecutor

def slow(n):
    time.sleep(0.05)
    return n

pool = ThreadPoolExecutor(2)
futures = [pool.submit(slow, n) for n in range(6)]
pool.shutdown(wait=True, cancel_futures=True)
print([future.cancelled() for future in futures], futures[0].result(), futures[1].result())
