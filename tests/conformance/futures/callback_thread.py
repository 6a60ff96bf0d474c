# tests/conformance/futures/callback_thread.py: call-backs run in the thread that ends the call,
# or in the one that adds them.
import threading
import time
from concurrent.futures import ThreadPoolExecutor

def who(future):
    print(threading.current_thread().name, future.result())

with ThreadPoolExecutor(1, thread_name_prefix="pool") as pool:
    future = pool.submit(lambda: time.sleep(0.03) or "slow")
    future.add_done_callback(who)
    future.result()
    time.sleep(0.02)
    future.add_done_callback(who)
