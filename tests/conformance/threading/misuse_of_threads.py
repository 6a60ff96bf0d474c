# tests/conformance/threading/misuse_of_threads.py: what a thread refuses: starting twice, joining
# itself, changing when it runs.
import threading
import time

def tried(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

class Bare(threading.Thread):
    def __init__(self):
        pass

thread = threading.Thread(target=time.sleep, args=(0.02,))
tried(thread.join)
thread.start()
tried(thread.start)
tried(lambda: setattr(thread, "daemon", True))
thread.join()
tried(thread.start)
tried(threading.current_thread().join)
for call in (lambda: Bare().start(), lambda: Bare().join(), lambda: Bare().name,
             lambda: repr(Bare()), lambda: Bare().is_alive(), lambda: Bare().daemon,
             lambda: threading.Thread(1), lambda: threading.Thread(wrong=1)):
    tried(call)
