# tests/conformance/futures/exit_joins.py: the program ends when the threads of its pools have
# done all that was submitted.
import atexit
import threading
import time
from concurrent.futures import ThreadPoolExecutor

def slow(n):
    time.sleep(0.03)
    print("ran", n)

atexit.register(print, "atexit")
pool = ThreadPoolExecutor(1)
for n in range(3):
    pool.submit(slow, n)
print("daemon", {thread.daemon for thread in threading.enumerate()})
print("end of main")
