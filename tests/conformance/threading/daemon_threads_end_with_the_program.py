# tests/conformance/threading/daemon_threads_end_with_the_program.py: a daemon thread does not
# keep the program alive.
import threading
import time


def forever():
    print("daemon runs", threading.current_thread().daemon)
    while True:
        time.sleep(0.01)


t = threading.Thread(target=forever, daemon=True)
t.start()
time.sleep(0.05)
print("main ends", t.daemon, threading.Thread().daemon)
