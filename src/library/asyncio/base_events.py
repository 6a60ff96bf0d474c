# asyncio.base_events: the event loop.
#
# One iteration: work out how long may be waited, wait, move due timers to the ready queue in
# order of time, then run exactly the call-backs that were ready at that point. What they schedule
# runs in the next iteration.
import _asyncio
import _meada
import _thread
import concurrent.futures
import errno
import heapq
import sys
import traceback
from asyncio import coroutines, events, futures, tasks
from asyncio.log import logger
from math import ceil

__all__ = ("BaseEventLoop", "Server")

_SELECT = _meada.enum_value("wait_reason", "select")
_now = _meada.now
_lock_wait = _meada.lock_wait
_schedule = _meada.schedule
_iterated_event = _meada.event_loop_iterated
_fired_event = _meada.event_timer_fired

_ORIGINS = {"source_traceback": "Object", "handle_traceback": "Handle"}
_ORIGIN_DEPTH = 10  # how many calls debug mode keeps of those that made a coroutine

_RESOLUTION = 1e-09
_LONGEST_SELECT = 24 * 3600


class Server(events.AbstractServer):
    pass


def _stop_loop(future):
    if not future.cancelled():
        error = future.exception()
        if isinstance(error, (SystemExit, KeyboardInterrupt)):
            return
    future.get_loop().stop()


_stop_loop.__name__ = "_run_until_complete_cb"
_stop_loop.__qualname__ = "_run_until_complete_cb"


class BaseEventLoop(events.AbstractEventLoop):
    def __init__(self):
        self._serial = _meada.serial()
        self._ready = []         # handles and tasks
        self._running_now = []   # those of this iteration; of what began the serial is left
        self._scheduled = []     # heap of (when, number, handle)
        self._timer_count = 0
        self._timer_cancelled_count = 0
        self._iteration = 0
        self._closed = False
        self._stopping = False
        self._thread_id = None
        self._clock_resolution = _RESOLUTION
        # A loop of a script's own may tell another time, or keep timers otherwise.
        kind = type(self)
        self._own_time = (kind.time is not BaseEventLoop.time
                          or kind.call_at is not BaseEventLoop.call_at)
        self._exception_handler = None
        self._task_factory = None
        self._signal_handlers = {}
        self._default_executor = None
        self._executor_shutdown_called = False
        self._debug = coroutines._is_debug_mode()
        self._current_handle = None  # in debug mode
        # One object, by which its async generators are found again; None: the loop was shut down.
        self._asyncgen_hook = self._asyncgen_finalizer_hook
        self.slow_callback_duration = 0.1
        # Held by the loop; who wants to wake it from outside releases it.
        self._waker = _thread.allocate_lock()
        _meada.lock_serial(self._waker, -1)
        self._waker.acquire()

    def __repr__(self):
        return (f"<{type(self).__name__} running={self.is_running()} "
                f"closed={self.is_closed()} debug={self.get_debug()}>")

    def __del__(self):
        pass

    # --- running ---

    def run_forever(self):
        self._check_closed()
        self._check_running()
        self._thread_id = _meada.thread_self()
        events._set_running_loop(self)
        _meada.event_loop_started(self._serial)
        hooks = _meada.get_asyncgen_hooks()
        depth = sys.get_coroutine_origin_tracking_depth()
        if self._debug:
            self._keep_origins(True)
        _meada.set_asyncgen_hooks(None, self._asyncgen_hook)
        try:
            self._untimed = _meada.choose_timer(0) == 0
            run_once = self._run_once
            while True:
                run_once()
                if self._stopping:
                    break
        finally:
            _meada.set_asyncgen_hooks(*hooks)
            sys.set_coroutine_origin_tracking_depth(depth)
            self._stopping = False
            self._thread_id = None
            _meada.event_loop_stopped(self._serial)
            events._set_running_loop(None)

    def run_until_complete(self, future):
        self._check_closed()
        self._check_running()
        is_new = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if is_new:
            future._log_destroy_pending = False
        future.add_done_callback(_stop_loop)
        try:
            self.run_forever()
        except BaseException:
            if is_new and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(_stop_loop)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def _run_once(self):
        scheduled, ready = self._scheduled, self._ready
        clock = self.time if self._own_time else _now
        while scheduled and scheduled[0][2]._cancelled:
            heapq.heappop(scheduled)[2]._scheduled = False
            self._timer_cancelled_count -= 1
        idle = not ready and not self._stopping
        if idle:
            if scheduled:
                if self._untimed:
                    self._choose_timer()
                timeout = scheduled[0][0] - clock()
                if timeout > 0:
                    # As epoll: whole milliseconds, rounded up.
                    timeout = ceil(min(timeout, _LONGEST_SELECT) * 1e3) * 1e-3
                    _lock_wait(self._waker, timeout, _SELECT, self._serial)
            else:
                _lock_wait(self._waker, None, _SELECT, self._serial)
            ready = self._ready
        if scheduled and (idle or not self._untimed):
            end = clock() + _RESOLUTION
            while scheduled:
                if scheduled[0][0] >= end:
                    break
                handle = heapq.heappop(scheduled)[2]
                handle._scheduled = False
                if not handle._cancelled:
                    _fired_event(handle._handle)
                ready.append(handle)
                if self._untimed:
                    break
        self._ready = []
        self._running_now = ready
        self._iteration = iteration = self._iteration + 1
        _iterated_event(self._serial, iteration, len(ready))
        for at in range(len(ready)):
            handle = ready[at]
            ready[at] = handle._handle
            try:
                if self._debug:
                    self._run_watched(handle)
                else:
                    handle._run()
            except BaseException:
                self._ready[:0] = ready[at + 1:]
                self._running_now = []
                raise
            handle = None
        self._running_now = []

    # Where time does not pass, any timer may come first, and comes alone.
    def _choose_timer(self):
        waiting = sorted([entry for entry in self._scheduled if not entry[2]._cancelled])
        chosen = _meada.choose_timer(len(waiting))
        if chosen > 0:
            first, count, _ = waiting[0]
            entry = waiting[chosen]
            self._scheduled.remove(entry)
            self._scheduled.append((first, count - 1e-3 * self._iteration, entry[2]))
            heapq.heapify(self._scheduled)

    # In debug mode: says which call-backs took long.
    def _run_watched(self, handle):
        start = _now()
        self._current_handle = handle
        try:
            handle._run()
        finally:
            self._current_handle = None
        took = _now() - start
        if took >= self.slow_callback_duration:
            logger.warning("Executing %s took %.3f seconds", repr(handle), took)

    def stop(self):
        self._stopping = True

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self._closed:
            return
        if self._debug:
            logger.debug("Close %r", self)
        self._closed = True
        self._ready = []
        self._scheduled = []
        self._executor_shutdown_called = True
        executor, self._default_executor = self._default_executor, None
        if executor is not None:
            executor.shutdown(wait=False)
        for number in list(self._signal_handlers):
            self.remove_signal_handler(number)

    def is_closed(self):
        return self._closed

    def is_running(self):
        return self._thread_id is not None

    def time(self):
        return _now()

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def _check_running(self):
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if events._get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")

    # --- scheduling ---

    def call_soon(self, callback, *args, context=None):
        if self._closed:
            self._check_closed()
        if self._debug:
            self._check_thread()
            self._check_callback(callback, "call_soon")
        handle = events.Handle(callback, args, self, context)
        self._ready.append(handle)
        handle._handle = _schedule(*_asyncio._owner_and_name(callback))
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        if self._closed:
            self._check_closed()
        if self._debug:
            self._check_callback(callback, "call_soon_threadsafe")
        handle = events.Handle(callback, args, self, context)
        self._ready.append(handle)
        handle._handle = _schedule(*_asyncio._owner_and_name(callback))
        self._wake()
        return handle

    def _check_callback(self, callback, method):
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError(f"coroutines cannot be used with {method}()")
        if not callable(callback):
            raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")

    def _check_thread(self):
        if self._thread_id is not None and self._thread_id != _meada.thread_self():
            raise RuntimeError("Non-thread-safe operation invoked on an event loop other than "
                               "the current one")

    def _wake(self):
        if self._waker.locked():
            self._waker.release()

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError("delay must not be None")
        if self._own_time:
            return self.call_at(self.time() + delay, callback, *args, context=context)
        return self._add_timer(_now() + delay, callback, args, context)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        return self._add_timer(when, callback, args, context)

    def _add_timer(self, when, callback, args, context):
        if self._closed:
            self._check_closed()
        if self._debug:
            self._check_thread()
            self._check_callback(callback, "call_at")
        timer = events.TimerHandle(when, callback, args, self, context)
        self._timer_count += 1
        heapq.heappush(self._scheduled, (when, self._timer_count, timer))
        timer._scheduled = True
        timer._handle = _meada.set_timer(when, *_asyncio._owner_and_name(callback))
        return timer

    def _timer_handle_cancelled(self, handle):
        if handle._scheduled:
            self._timer_cancelled_count += 1
            count = len(self._scheduled)
            if count > 100 and self._timer_cancelled_count * 2 > count:
                kept = [entry for entry in self._scheduled
                        if not entry[2]._cancelled and entry[2] is not handle]
                self._timer_cancelled_count = 0
                heapq.heapify(kept)
                self._scheduled[:] = kept

    def create_future(self):
        return _asyncio.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        self._check_closed()
        if self._task_factory is None:
            return _asyncio.Task(coro, loop=self, name=name, context=context)
        task = self._task_factory(self, coro)
        if name is not None and hasattr(task, "set_name"):
            task.set_name(name)
        return task

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    # --- threads ---

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        if self._debug:
            self._check_callback(func, "run_in_executor")
        if executor is None:
            if self._executor_shutdown_called:
                raise RuntimeError("Executor shutdown has been called")
            executor = self._default_executor
            if executor is None:
                executor = concurrent.futures.ThreadPoolExecutor(thread_name_prefix="asyncio")
                self._default_executor = executor
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        if not isinstance(executor, concurrent.futures.ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._default_executor = executor

    async def shutdown_default_executor(self):
        self._executor_shutdown_called = True
        executor, self._default_executor = self._default_executor, None
        if executor is None:
            return
        future = self.create_future()

        def _do_shutdown():
            executor.shutdown(wait=True)
            if not self.is_closed():
                self.call_soon_threadsafe(
                    lambda: None if future.done() else future.set_result(None))

        import threading
        thread = threading.Thread(target=_do_shutdown)
        thread.start()
        await future
        thread.join()

    async def shutdown_asyncgens(self):
        generators = _meada.async_generators(self._asyncgen_hook)
        if not generators:
            return
        from asyncio.tasks import gather
        results = await gather(*[generator.aclose() for generator in generators],
                               return_exceptions=True)
        for result, generator in zip(results, generators):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    "message": "an error occurred during closing of asynchronous "
                               f"generator {generator!r}",
                    "exception": result, "asyncgen": generator})

    def _asyncgen_finalizer_hook(self, generator):
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, generator.aclose())

    # --- what went wrong where nobody waits ---

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def default_exception_handler(self, context):
        lines = [context.get("message") or "Unhandled exception in event loop"]
        handle = self._current_handle
        if "source_traceback" not in context and handle is not None and handle._source_traceback:
            context["handle_traceback"] = handle._source_traceback
        for key in sorted(context):
            if key in _ORIGINS:
                stack = "".join(traceback.format_list(context[key]))
                lines.append(f"{key}: {_ORIGINS[key]} created at (most recent call last):\n"
                             + stack.rstrip())
            elif key not in ("message", "exception"):
                lines.append(f"{key}: {context[key]!r}")
        error = context.get("exception")
        logger.error("\n".join(lines), exc_info=error is not None and (
            type(error), error, error.__traceback__))

    def call_exception_handler(self, context):
        try:
            if self._exception_handler is None:
                self.default_exception_handler(context)
            else:
                self._exception_handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self.default_exception_handler({
                "message": "Unhandled error in exception handler",
                "exception": error, "context": context})

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled
        if self.is_running():
            self.call_soon_threadsafe(self._keep_origins, enabled)

    def _keep_origins(self, enabled):
        sys.set_coroutine_origin_tracking_depth(_ORIGIN_DEPTH if enabled else 0)

    # --- signals, which only the process itself can send ---

    def add_signal_handler(self, sig, callback, *args):
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError("coroutines cannot be used with add_signal_handler()")
        number = self._check_signal(sig)
        self._check_closed()
        import signal
        handle = events.Handle(callback, args, self, None)
        handle._handle = _schedule(*_asyncio._owner_and_name(callback))
        self._signal_handlers[number] = handle

        def arrived(number, frame):
            if not handle._cancelled:
                self._ready.append(handle)
                self._wake()

        try:
            signal.signal(number, arrived)
        except OSError as error:
            del self._signal_handlers[number]
            if error.errno == errno.EINVAL:
                raise RuntimeError(f"sig {number} cannot be caught") from None
            raise

    def remove_signal_handler(self, sig):
        number = self._check_signal(sig)
        if number not in self._signal_handlers:
            return False
        import signal
        del self._signal_handlers[number]
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT
                      else signal.SIG_DFL)
        return True

    def _check_signal(self, sig):
        if not isinstance(sig, int):
            raise TypeError(f"sig must be an int, not {sig!r}")
        if not 1 <= sig <= 64:
            raise ValueError(f"invalid signal number {sig}")
        return int(sig)


def _needs_network(name):
    def method(self, *args, **kwargs):
        raise NotImplementedError(f"loop.{name}: this machine has no network and no other programs")
    method.__name__, method.__qualname__ = name, f"BaseEventLoop.{name}"
    return method


for _name in ("create_server create_connection create_datagram_endpoint create_unix_server "
              "create_unix_connection connect_accepted_socket connect_read_pipe connect_write_pipe "
              "subprocess_exec subprocess_shell getaddrinfo getnameinfo start_tls sendfile "
              "add_reader remove_reader add_writer remove_writer sock_recv sock_recv_into "
              "sock_recvfrom sock_sendall sock_sendto sock_connect sock_accept "
              "sock_sendfile").split():
    setattr(BaseEventLoop, _name, _needs_network(_name))
del _name
