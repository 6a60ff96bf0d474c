# asyncio.tasks: what is made of futures and tasks.
import _asyncio
import _meada
import concurrent.futures
import types
from _asyncio import Task, all_tasks, current_task
from asyncio import coroutines, events, exceptions, futures, timeouts

__all__ = ("Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait",
           "wait_for", "as_completed", "sleep", "gather", "shield", "ensure_future",
           "run_coroutine_threadsafe", "current_task", "all_tasks", "_register_task",
           "_unregister_task", "_enter_task", "_leave_task")

_PyTask = _CTask = Task

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

_SLEEP = _meada.enum_value("wait_reason", "sleep")


def _register_task(task):
    pass


def _unregister_task(task):
    pass


def _enter_task(loop, task):
    pass


def _leave_task(loop, task):
    pass


def create_task(coro, *, name=None, context=None):
    loop = events.get_running_loop()
    if name is not None:
        _asyncio._next_name()  # as CPython: a name of its own uses up a number all the same
    if context is None:
        return loop.create_task(coro, name=name)
    return loop.create_task(coro, name=name, context=context)


def ensure_future(coro_or_future, *, loop=None):
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future._loop:
            raise ValueError("The future belongs to a different loop than the one specified as "
                             "the loop argument")
        return coro_or_future
    wraps = not coroutines.iscoroutine(coro_or_future)
    if wraps:
        if not hasattr(type(coro_or_future), "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coro_or_future = _wrap_awaitable(coro_or_future)
    if loop is None:
        loop = events.get_event_loop()
    try:
        return loop.create_task(coro_or_future)
    except RuntimeError:
        if not wraps:
            coro_or_future.close()
        raise


async def _wrap_awaitable(awaitable):
    return await awaitable


@types.coroutine
def __sleep0():
    # Gives way once: the task is put behind what is ready.
    yield


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


async def sleep(delay, result=None):
    if delay <= 0:
        await __sleep0()
        return result
    loop = events.get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, _set_result_unless_cancelled, future, result)
    future._wait_reason = _SLEEP
    future._wait_deadline = max(0, int(handle._when * 1e9))
    try:
        return await future
    finally:
        handle.cancel()


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def wait_for(fut, timeout):
    loop = events.get_running_loop()
    if timeout is None:
        return await fut
    if timeout <= 0:
        fut = ensure_future(fut, loop=loop)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut, loop)
        try:
            return fut.result()
        except exceptions.CancelledError as error:
            raise exceptions.TimeoutError() from error
    waiter = loop.create_future()
    timer = loop.call_later(timeout, _release_waiter, waiter)

    def done(future):
        _release_waiter(waiter)

    fut = ensure_future(fut, loop=loop)
    waiter._wait_on = fut._serial
    waiter._wait_deadline = max(0, int(timer._when * 1e9))
    fut.add_done_callback(done)
    try:
        try:
            await waiter
        except exceptions.CancelledError:
            if fut.done():
                return fut.result()
            fut.remove_done_callback(done)
            await _cancel_and_wait(fut, loop)
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(done)
        await _cancel_and_wait(fut, loop)
        try:
            return fut.result()
        except exceptions.CancelledError as error:
            raise exceptions.TimeoutError() from error
    finally:
        timer.cancel()


async def _cancel_and_wait(future, loop):
    waiter = loop.create_future()
    waiter._wait_on = future._serial

    def done(future):
        _release_waiter(waiter)

    future.add_done_callback(done)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(done)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = _meada.counted(set(fs))
    if any([coroutines.iscoroutine(future) for future in fs]):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    loop = events.get_running_loop()
    waiter = loop.create_future()
    timer = None
    if timeout is not None:
        timer = loop.call_later(timeout, _release_waiter, waiter)
        waiter._wait_deadline = max(0, int(timer._when * 1e9))
    left = len(fs)

    def on_completion(future):
        nonlocal left
        left -= 1
        if left <= 0 or return_when == FIRST_COMPLETED or (
                return_when == FIRST_EXCEPTION and not future.cancelled()
                and future.exception() is not None):
            if timer is not None:
                timer.cancel()
            if not waiter.done():
                waiter.set_result(None)

    for future in fs:
        future.add_done_callback(on_completion)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for future in fs:
            future.remove_done_callback(on_completion)
    done, pending = _meada.counted(set()), _meada.counted(set())
    for future in fs:
        if future.done():
            done.add(future)
        else:
            pending.add(future)
    return done, pending


def as_completed(fs, *, timeout=None):
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    from asyncio.queues import Queue
    done = Queue()
    loop = events.get_event_loop()
    todo = {ensure_future(future, loop=loop) for future in set(fs)}
    timer = None

    def on_timeout():
        for future in todo:
            future.remove_done_callback(on_completion)
            done.put_nowait(None)
        todo.clear()

    def on_completion(future):
        if not todo:
            return
        todo.remove(future)
        done.put_nowait(future)
        if not todo and timer is not None:
            timer.cancel()

    async def wait_for_one():
        future = await done.get()
        if future is None:
            raise exceptions.TimeoutError
        return future.result()

    wait_for_one.__name__ = "_wait_for_one"
    for future in todo:
        future.add_done_callback(on_completion)
    if todo and timeout is not None:
        timer = loop.call_later(timeout, on_timeout)
    for _ in range(len(todo)):
        yield wait_for_one()


class _GatheringFuture(futures.Future):
    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        some = False
        for child in self._children:
            if child.cancel(msg=msg):
                some = True
        if some:
            self._cancel_requested = True
        return some


# What a child does when it is done. `state`: the outer future, how many are done, how many there
# are. Arguments, because only cells of these count what they hold: when all is over, it goes.
def _gather_callback(state, children, return_exceptions):
    def done(future):
        outer = state[0]
        state[1] += 1
        if outer is None or outer.done():
            if not future.cancelled():
                future.exception()
            return
        if not return_exceptions:
            if future.cancelled():
                outer.set_exception(future._make_cancelled_error())
                return
            error = future.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if state[1] == state[2]:
            results = _meada.counted([])
            for child in children:
                if child.cancelled():
                    message = child._cancel_message
                    result = exceptions.CancelledError("" if message is None else message)
                else:
                    result = child.exception()
                    if result is None:
                        result = child.result()
                results.append(result)
            if outer._cancel_requested:
                outer.set_exception(future._make_cancelled_error())
            else:
                outer.set_result(results)

    done.__qualname__ = "gather.<locals>._done_callback"
    return done


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        loop = events.get_event_loop()
        outer = loop.create_future()
        outer.set_result([])
        return outer
    children, by_argument = _meada.counted([]), _meada.counted({})
    state = _meada.counted([None, 0, 0])
    done = _gather_callback(state, children, return_exceptions)
    loop = None
    for argument in coros_or_futures:
        key = id(argument)
        if key not in by_argument:
            child = ensure_future(argument, loop=loop)
            if loop is None:
                loop = child._loop
            if child is not argument:
                child._log_destroy_pending = False
            state[2] += 1
            by_argument[key] = child
            child.add_done_callback(done)
        else:
            child = by_argument[key]
        children.append(child)
    state[0] = outer = _GatheringFuture(children, loop=loop)
    return outer


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    loop = inner._loop
    outer = loop.create_future()
    outer._wait_on = inner._serial

    def inner_done(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
            return
        if inner.cancelled():
            outer.cancel()
            return
        error = inner.exception()
        if error is not None:
            outer.set_exception(error)
        else:
            outer.set_result(inner.result())

    def outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner_done.__qualname__ = "shield.<locals>._inner_done_callback"
    outer_done.__qualname__ = "shield.<locals>._outer_done_callback"
    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


def run_coroutine_threadsafe(coro, loop):
    if not coroutines.iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    result = concurrent.futures.Future()

    def start():
        try:
            futures._chain_future(ensure_future(coro, loop=loop), result, loop)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if result.set_running_or_notify_cancel():
                result.set_exception(error)
            raise

    loop.call_soon_threadsafe(start)
    return result
