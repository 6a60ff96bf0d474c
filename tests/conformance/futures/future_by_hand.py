# tests/conformance/futures/future_by_hand.py: a Future that no pool made: states, results, and
# what is refused.
from concurrent.futures import CancelledError, Future, InvalidStateError

future = Future()
print(future.done(), future.running(), future.cancelled())
print(future.set_running_or_notify_cancel(), future.running(), future.cancel())
future.set_result([1])
print(future.done(), future.result(), future.exception())
for call in (lambda: future.set_result(2), lambda: future.set_exception(ValueError())):
    try:
        call()
    except InvalidStateError as error:
        print(str(error).split(" at 0x")[0], isinstance(error, Exception))
failed = Future()
failed.set_exception(KeyError("k"))
print(repr(failed.exception()))
try:
    failed.result()
except KeyError as error:
    print("raised", error)
cancelled = Future()
print(cancelled.cancel(), cancelled.cancel(), cancelled.cancelled(), cancelled.done())
for call in (cancelled.result, cancelled.exception):
    try:
        call()
    except CancelledError as error:
        print(type(error).__module__, repr(error), error.__class__.__mro__[1].__name__)
print(cancelled.set_running_or_notify_cancel())
