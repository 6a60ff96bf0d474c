# tests/conformance/threading/join_timeout.py: join with a timeout gives up, and the thread goes on.
import threading

go = threading.Event()
t = threading.Thread(target=go.wait)
t.start()
print(t.join(0.02), t.is_alive())
go.set()
t.join(5)
print(t.is_alive())
