# tests/conformance/threading/active_count_and_enumerate.py: the list of living threads.
import threading

go = threading.Event()
t = [threading.Thread(target=go.wait, name=f"w{i}") for i in range(2)]
print(threading.active_count())
for x in t:
    x.start()
print(threading.active_count(), sorted(x.name for x in threading.enumerate()))
go.set()
for x in t:
    x.join()
print(threading.active_count())
