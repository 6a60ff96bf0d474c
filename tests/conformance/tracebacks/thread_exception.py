# tests/conformance/tracebacks/thread_exception.py: an uncaught exception in a thread is reported,
# and the program goes on.
import threading


def work(n):
    return 1 / n


t = threading.Thread(target=work, args=(0,), name="Worker")
t.start()
t.join()
print("main goes on")
