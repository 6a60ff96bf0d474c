# asyncio.futures
import _asyncio
from _asyncio import Future, isfuture
from asyncio import events

__all__ = ("Future", "wrap_future", "isfuture")

_PyFuture = _CFuture = Future
_PENDING, _CANCELLED, _FINISHED = _asyncio._PENDING, _asyncio._CANCELLED, _asyncio._FINISHED


def wrap_future(future, *, loop=None):
    # A future of concurrent.futures as one of this loop's.
    if isfuture(future):
        return future
    if loop is None:
        loop = events.get_event_loop()
    mine = loop.create_future()

    def copy():
        if mine.cancelled():
            return
        if future.cancelled():
            mine.cancel()
        elif future.exception() is not None:
            mine.set_exception(future.exception())
        else:
            mine.set_result(future.result())

    future.add_done_callback(lambda done: loop.call_soon_threadsafe(copy))
    mine.add_done_callback(lambda done: future.cancel() if done.cancelled() else None)
    return mine
