# A handler's exception ends a join; the thread then counts as stopped, as CPython has it.
import os
import signal
import threading
import time

thread = threading.Thread(target=time.sleep, args=(0.5,))
thread.start()
threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()
try:
    thread.join()
except KeyboardInterrupt:
    print("interrupted", thread.is_alive())
thread.join()
print("joined")
