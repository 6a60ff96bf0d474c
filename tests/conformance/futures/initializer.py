# tests/conformance/futures/initializer.py: an initializer runs once in each thread.
import threading
import time
from concurrent.futures import ThreadPoolExecutor

local = threading.local()

def begin(value, step):
    local.value = value
    started.append(step)

def use(n):
    time.sleep(0.03)
    local.value += n
    return local.value >= 100

started = []
with ThreadPoolExecutor(2, initializer=begin, initargs=(100, 1)) as pool:
    print(list(pool.map(use, range(4))), len(started))
print(hasattr(local, "value"))
for bad in (5, "text"):
    try:
        ThreadPoolExecutor(initializer=bad)
    except TypeError as error:
        print(error)
