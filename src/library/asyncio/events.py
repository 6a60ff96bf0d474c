# asyncio.events: handles, the policy with its one loop a thread, and who is running.
import _asyncio
import _contextvars
import _meada
from _asyncio import _get_running_loop, get_running_loop

__all__ = ("AbstractEventLoopPolicy", "AbstractEventLoop", "AbstractServer", "Handle",
           "TimerHandle", "get_event_loop_policy", "set_event_loop_policy", "get_event_loop",
           "set_event_loop", "new_event_loop", "get_child_watcher", "set_child_watcher",
           "_set_running_loop", "get_running_loop", "_get_running_loop")

_set_running_loop = _meada.set_running_loop
_started_event = _meada.event_callback_started
_ended_event = _meada.event_callback_ended


class Handle:
    _context = None
    _cancelled = False
    _source_traceback = None
    _handle = 0  # its serial

    def __init__(self, callback, args, loop, context=None):
        self._callback = callback
        self._args = args
        self._loop = loop
        if context is not None:
            self._context = context
        elif _contextvars.in_use:
            self._context = _contextvars.copy_context()
        if loop._debug:
            self._source_traceback = _asyncio._made_at(True)

    def __repr__(self):
        return f"<{' '.join(self._repr_info())}>"

    def _repr_info(self):
        info = [type(self).__name__]
        if self._cancelled:
            info.append("cancelled")
        if self._callback is not None:
            info.append(_format_call(self._callback, self._args))
        if self._source_traceback is not None:
            info.append(_asyncio._format_origin(self._source_traceback))
        return info

    def cancel(self):
        if not self._cancelled:
            self._cancelled = True
            self._callback = self._args = None
            _meada.event_callback_cancelled(self._handle)

    def cancelled(self):
        return self._cancelled

    def _run(self):
        if self._cancelled:
            return
        _started_event(self._handle)
        context = self._context
        if context is None and _contextvars.in_use:
            context = _contextvars.Context()  # it was scheduled before there was any variable
        try:
            if context is None:
                self._callback(*self._args)
            else:
                context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            call = _format_call(self._callback, self._args)
            self._loop.call_exception_handler(_asyncio._with_origin(self, {
                "message": f"Exception in callback {call}", "exception": error, "handle": self}))
        # Of a future's call-back: what it knew shall not outlive it in this handle.
        args = self._args
        if args and hasattr(type(args[0]), "_asyncio_future_blocking"):
            self._callback, self._args = None, ()
        _ended_event(self._handle)


def _format_call(callback, args):
    name = _asyncio._callback_name(callback)[:-2]
    text = f"{name}({', '.join([_asyncio._short(arg) for arg in args])})"
    place = _asyncio._function_place(callback)
    return f"{text} at {place}" if place else text


class TimerHandle(Handle):
    _scheduled = False

    def __init__(self, when, callback, args, loop, context=None):
        self._callback = callback
        self._args = args
        self._loop = loop
        self._when = when
        if context is not None:
            self._context = context
        elif _contextvars.in_use:
            self._context = _contextvars.copy_context()
        if loop._debug:
            self._source_traceback = _asyncio._made_at(True)

    def _repr_info(self):
        info = super()._repr_info()
        info.insert(2 if self._cancelled else 1, f"when={self._when}")
        return info

    def __hash__(self):
        return hash(self._when)

    def __lt__(self, other):
        return self._when < other._when if isinstance(other, TimerHandle) else NotImplemented

    def __le__(self, other):
        return self._when <= other._when if isinstance(other, TimerHandle) else NotImplemented

    def __gt__(self, other):
        return self._when > other._when if isinstance(other, TimerHandle) else NotImplemented

    def __ge__(self, other):
        return self._when >= other._when if isinstance(other, TimerHandle) else NotImplemented

    def __eq__(self, other):
        if isinstance(other, TimerHandle):
            return (self._when == other._when and self._callback == other._callback
                    and self._args == other._args and self._cancelled == other._cancelled)
        return NotImplemented

    def cancel(self):
        if not self._cancelled:
            self._loop._timer_handle_cancelled(self)
            Handle.cancel(self)

    def when(self):
        return self._when


class AbstractServer:
    def close(self):
        raise NotImplementedError


class AbstractEventLoop:
    def create_task(self, coro, *, name=None, context=None):
        raise NotImplementedError


def _not_implemented(name):
    def method(self, *args, **kwargs):
        raise NotImplementedError

    method.__name__ = name
    method.__qualname__ = f"AbstractEventLoop.{name}"
    return method


for _name in ("run_forever", "run_until_complete", "stop", "is_running", "is_closed", "close",
              "call_soon", "call_later", "call_at", "time", "create_future",
              "call_soon_threadsafe", "run_in_executor", "set_default_executor",
              "add_signal_handler", "remove_signal_handler", "set_task_factory",
              "get_task_factory", "get_exception_handler", "set_exception_handler",
              "default_exception_handler", "call_exception_handler", "get_debug", "set_debug",
              "shutdown_asyncgens", "shutdown_default_executor"):
    setattr(AbstractEventLoop, _name, _not_implemented(_name))
del _name


class AbstractEventLoopPolicy:
    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError

    def get_child_watcher(self):
        raise NotImplementedError

    def set_child_watcher(self, watcher):
        raise NotImplementedError


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    def __init__(self):
        self._loops = {}       # by thread
        self._was_set = set()  # threads that called set_event_loop

    def get_event_loop(self):
        thread = _meada.thread_self()
        loop = self._loops.get(thread)
        if loop is None and thread not in self._was_set and thread == 1:
            self.set_event_loop(self.new_event_loop())
            loop = self._loops.get(thread)
        if loop is None:
            import threading
            name = threading.current_thread().name
            raise RuntimeError(f"There is no current event loop in thread {name!r}.")
        return loop

    def set_event_loop(self, loop):
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError("loop must be an instance of AbstractEventLoop or None, "
                            f"not '{type(loop).__name__}'")
        thread = _meada.thread_self()
        self._was_set.add(thread)
        self._loops[thread] = loop

    def new_event_loop(self):
        from asyncio import unix_events
        return unix_events._UnixSelectorEventLoop()


_policy = None


def get_event_loop_policy():
    global _policy
    if _policy is None:
        from asyncio import unix_events
        _policy = unix_events.DefaultEventLoopPolicy()
    return _policy


def set_event_loop_policy(policy):
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError("policy must be an instance of AbstractEventLoopPolicy or None, "
                        f"not '{type(policy).__name__}'")
    _policy = policy


def get_event_loop():
    loop = _get_running_loop()
    return get_event_loop_policy().get_event_loop() if loop is None else loop


def set_event_loop(loop):
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    return get_event_loop_policy().new_event_loop()


def get_child_watcher():
    raise NotImplementedError


def set_child_watcher(watcher):
    raise NotImplementedError
