# tests/conformance/futures/names_of_threads.py: names of the threads: by pool and number, or with
# a prefix.
import threading
import time
from concurrent.futures import ThreadPoolExecutor

def name():
    time.sleep(0.03)
    return threading.current_thread().name

for prefix in ("", "", "mine", ""):
    with ThreadPoolExecutor(3, prefix) as pool:
        futures = [pool.submit(name) for _ in range(3)]
        print([future.result() for future in futures])
        print(sorted(thread.name for thread in threading.enumerate()))
print(threading.active_count(), threading.Thread().name)
