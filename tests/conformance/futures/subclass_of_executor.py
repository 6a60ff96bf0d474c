# tests/conformance/futures/subclass_of_executor.py: an executor of the script's own gets map()
# and the context manager.
from concurrent.futures import Executor, Future

class Immediately(Executor):
    def submit(self, fn, /, *args, **kwargs):
        future = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        print("shutdown", wait, cancel_futures)

with Immediately() as executor:
    print(list(executor.map(abs, [-1, 2])), executor.submit(int, "5").result())
    print(repr(executor.submit(int, "z").exception()))
