# tests/conformance/futures/future_repr.py: repr of a Future in every state.
from concurrent.futures import Future

def shown(future):
    return repr(future).split(" state=")[1]

pending, running, done, failed, cancelled = (Future() for _ in range(5))
running.set_running_or_notify_cancel()
done.set_result("text")
failed.set_exception(ZeroDivisionError("x"))
cancelled.cancel()
print([shown(future) for future in (pending, running, done, failed, cancelled)])
cancelled.set_running_or_notify_cancel()
print(shown(cancelled), repr(pending).startswith("<Future at 0x"))

class Mine(Future):
    pass

print(repr(Mine())[:9])
print(pending._state, running._state, done._state, cancelled._state)
