# tests/conformance/threading/names_and_current_thread.py: names are counted, and the current
# thread knows its own.
import threading


def work():
    print(threading.current_thread().name, threading.current_thread() is threading.main_thread())


print(threading.current_thread().name, threading.main_thread().name, threading.current_thread() is threading.main_thread())
for t in (threading.Thread(target=work), threading.Thread(target=work, name="own"), threading.Thread(target=work)):
    t.start()
    t.join()
    print(t.name)
t.name = "renamed"
print(t.name, threading.Thread().name, threading.Thread(target=len).name)
