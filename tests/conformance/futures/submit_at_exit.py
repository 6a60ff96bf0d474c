# tests/conformance/futures/submit_at_exit.py: a call that runs while the program ends cannot
# submit another.
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)

def again():
    time.sleep(0.05)
    try:
        pool.submit(print, "never")
    except RuntimeError as error:
        print("refused:", error)

pool.submit(again)
print("end of main")
