# asyncio.futures
import _asyncio
import concurrent.futures
from _asyncio import Future, isfuture
from asyncio import events

__all__ = ("Future", "wrap_future", "isfuture")

_PyFuture = _CFuture = Future
_PENDING, _CANCELLED, _FINISHED = _asyncio._PENDING, _asyncio._CANCELLED, _asyncio._FINISHED


def wrap_future(future, *, loop=None):
    # A future of concurrent.futures as one of this loop's.
    if isfuture(future):
        return future
    assert isinstance(future, concurrent.futures.Future), (
        f"concurrent.futures.Future is expected, got {future!r}")
    if loop is None:
        loop = events.get_event_loop()
    mine = loop.create_future()

    def tell(done):
        if not (mine.cancelled() and loop.is_closed()):
            loop.call_soon_threadsafe(_copy_future_state, future, mine)

    mine.add_done_callback(lambda done: future.cancel() if done.cancelled() else None)
    future.add_done_callback(tell)
    return mine


def _copy_future_state(source, dest):
    if dest.cancelled():
        return
    if source.cancelled():
        dest.cancel()
    elif source.exception() is not None:
        dest.set_exception(_translated(source.exception()))
    else:
        dest.set_result(source.result())


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


def _translated(error):
    for theirs, ours in ((concurrent.futures.CancelledError, _asyncio.CancelledError),
                         (concurrent.futures.InvalidStateError, _asyncio.InvalidStateError)):
        if type(error) is theirs:
            return ours(*error.args)
    return error


def _chain_future(mine, result, loop):
    # A future of the loop for a thread that waits for `result`. The names show in a task's repr.
    def _call_set_state(mine):
        if mine.cancelled():
            result.cancel()
        if not result.set_running_or_notify_cancel():
            return
        if mine.exception() is not None:
            result.set_exception(mine.exception())
        else:
            result.set_result(mine.result())

    def cancel(result):
        if result.cancelled() and not loop.is_closed():
            loop.call_soon_threadsafe(mine.cancel)

    result.add_done_callback(cancel)
    mine.add_done_callback(_call_set_state)
