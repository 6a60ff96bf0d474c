# tests/conformance/futures/cancel_in_queue.py: what no thread has begun can be cancelled, what
# runs cannot.
import time
from concurrent.futures import CancelledError, ThreadPoolExecutor, as_completed, wait

ran = []

def slow(n):
    time.sleep(0.05)
    ran.append(n)

with ThreadPoolExecutor(1) as pool:
    futures = [pool.submit(slow, n) for n in range(4)]
    print(futures[0].running(), futures[0].cancel(), futures[2].cancel(), futures[2].cancel())
    print([future.cancelled() for future in futures], futures[2].done())
    try:
        futures[2].result()
    except CancelledError as error:
        print("cancelled", repr(error))
    done, not_done = wait(futures)
    print(len(done), len(not_done), ran)
    print(sorted(f.cancelled() for f in as_completed(futures)))
