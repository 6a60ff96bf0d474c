# tests/conformance/threading/repr_of_threads.py: the repr of a thread before, during and after.
import threading

go = threading.Event()
t = threading.Thread(target=go.wait, name="T")
print(t)
t.start()
print(repr(t).startswith("<Thread(T, started "), "started daemon" in repr(t))
go.set()
t.join()
print(repr(t).startswith("<Thread(T, stopped "), repr(threading.main_thread()).startswith("<_MainThread(MainThread, started "))
