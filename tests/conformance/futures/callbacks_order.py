# tests/conformance/futures/callbacks_order.py: call-backs run in the order in which they were
# added, at once if it is over.
from concurrent.futures import Future

future = Future()
for name in "abc":
    future.add_done_callback(lambda f, name=name: print(name, f.result()))
print("set")
future.set_result(7)
future.add_done_callback(lambda f: print("late", f.result()))
cancelled = Future()
cancelled.add_done_callback(lambda f: print("cancelled", f.cancelled()))
print(cancelled.cancel())
