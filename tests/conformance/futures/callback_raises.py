# tests/conformance/futures/callback_raises.py: an exception in a call-back is logged and stops
# nobody.
from concurrent.futures import Future

future = Future()
future.add_done_callback(lambda f: print("first"))
future.add_done_callback(lambda f: 1 / 0)
future.add_done_callback(lambda f: print("last", f.result()))
future.set_result(None)
future.add_done_callback(lambda f: {}[1])
print("end")
