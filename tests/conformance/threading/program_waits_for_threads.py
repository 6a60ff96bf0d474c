# tests/conformance/threading/program_waits_for_threads.py: the program ends only after its
# ordinary threads.
import threading
import time


def late():
    time.sleep(0.05)
    print("thread ends last")


threading.Thread(target=late).start()
print("main ends")
