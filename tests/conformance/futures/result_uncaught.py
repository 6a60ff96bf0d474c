# tests/conformance/futures/result_uncaught.py: an exception that nobody catches ends the program
# after the pool has ended.
import time
from concurrent.futures import ThreadPoolExecutor

def fail(n):
    raise ValueError(f"bad {n}")

def slow():
    time.sleep(0.05)
    print("slow is done")

with ThreadPoolExecutor(2) as pool:
    pool.submit(slow)
    pool.submit(fail, 1).result()
