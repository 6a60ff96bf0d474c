# tests/conformance/threading/daemon_is_inherited.py: a new thread inherits daemon from the thread
# that makes it.
import threading


def outer():
    print(threading.current_thread().daemon, threading.Thread().daemon, threading.Thread(daemon=False).daemon)


for d in (True, False):
    t = threading.Thread(target=outer, daemon=d)
    t.start()
    t.join()
try:
    threading.current_thread().daemon = True
except RuntimeError as e:
    print(e)
