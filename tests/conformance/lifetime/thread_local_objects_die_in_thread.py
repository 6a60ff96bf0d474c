# tests/conformance/lifetime/thread_local_objects_die_in_thread.py: locals of a thread's target
# die in the thread, before join returns.
import threading


class C:
    def __del__(self): print("del in", threading.current_thread().name)


def work():
    c = C()
    print("working")


t = threading.Thread(target=work, name="worker")
t.start()
t.join()
print("joined")
