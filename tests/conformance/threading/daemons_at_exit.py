# tests/conformance/threading/daemons_at_exit.py: the program waits for threads that are no
# daemons, and for no others.
import threading
import time

def later(name, seconds):
    time.sleep(seconds)
    print(name, "done")

for name, seconds, daemon in (("worker", 0.05, False), ("daemon", 0.5, True)):
    thread = threading.Thread(target=later, args=(name, seconds), daemon=daemon)
    thread.start()
    print(name, thread.daemon)
child = []
thread = threading.Thread(target=lambda: child.append(threading.Thread().daemon), daemon=True)
thread.start()
thread.join()
print(child, "main ends")
