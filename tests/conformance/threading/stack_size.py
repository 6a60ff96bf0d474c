# tests/conformance/threading/stack_size.py: stack_size remembers, and refuses what is too small.
import threading

print(threading.stack_size(), threading.stack_size(262144), threading.stack_size())
for size in (5, -1):
    try:
        threading.stack_size(size)
    except ValueError as error:
        print(error)
print(threading.gettrace(), threading.getprofile(), threading.settrace(None))
