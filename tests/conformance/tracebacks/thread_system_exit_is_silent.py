# tests/conformance/tracebacks/thread_system_exit_is_silent.py: SystemExit in a thread ends only
# the thread, silently.
import threading


def work():
    print("working")
    raise SystemExit(5)


t = threading.Thread(target=work)
t.start()
t.join()
print("main")
