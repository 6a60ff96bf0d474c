# tests/conformance/threading/deprecated_names.py: old names of threading warn and still work.
import threading

thread = threading.Thread(target=print, name="t")
thread.setName("new")
print(thread.getName(), thread.isDaemon())
thread.setDaemon(True)
print(thread.daemon, threading.currentThread() is threading.main_thread(), threading.activeCount())
event, condition = threading.Event(), threading.Condition()
print(event.isSet())
with condition:
    condition.notifyAll()
