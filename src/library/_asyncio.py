# Future and Task: what CPython has in C, so these frames show in no traceback. The loop's order
# is the point: a done future schedules its call-backs, a task's step is a call-back like others.
import _contextvars
import _meada
import sys
from reprlib import recursive_repr
from reprlib import repr as _short

_serial = _meada.serial
_schedule, _task_done = _meada.schedule, _meada.task_done
_begin_step, _end_step, _give_way = _meada.begin_step, _meada.end_step, _meada.give_way
_running_loop = _meada.running_loop
_current_task = _meada.current_task
_event_created = _meada.event_future_created
_event_done = _meada.event_future_done
_event_end_seen = _meada.event_end_seen
_event_suspended = _meada.event_task_suspended
_plain_name = _meada.plain_name
_coroutine_name = _meada.coroutine_name
_coroutine_place = _meada.coroutine_place

_RETURNED = _meada.enum_value("end_outcome", "returned")
_RAISED = _meada.enum_value("end_outcome", "raised")
_CANCELLED_OUTCOME = _meada.enum_value("end_outcome", "cancelled")
_AWAIT = _meada.enum_value("wait_reason", "await")
_READY = _meada.enum_value("wait_reason", "ready")

_PENDING, _CANCELLED, _FINISHED = "PENDING", "CANCELLED", "FINISHED"


class CancelledError(BaseException):
    """The Future or Task was cancelled."""


class InvalidStateError(Exception):
    """The operation is not allowed in this state."""


CancelledError.__module__ = InvalidStateError.__module__ = "asyncio.exceptions"


def get_running_loop():
    loop = _running_loop()
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


_get_running_loop = _running_loop


def _a_loop():
    # The loop of a future made without one.
    loop = _running_loop()
    if loop is None:
        from asyncio import events
        loop = events.get_event_loop_policy().get_event_loop()
    return loop


class Future:
    # What most futures keep is the class's: only what differs is stored in one.
    _asyncio_future_blocking = False
    _source_traceback = None
    _state = _PENDING
    _waiter = None          # the task that awaits it, if that came before all call-backs
    _callbacks = ()         # a list of (function, context), or of tasks that await it too
    _result = None
    _exception = None
    _retrieved = True       # False: an exception that nobody has asked for yet
    _cancel_message = None
    _coro = None            # a task has one
    _loop = None
    _own_callbacks = False  # its class has an add_done_callback of its own
    # What an awaiting task is said to wait for: sleep, locks and queues say more.
    _wait_reason = _AWAIT
    _wait_on = 0
    _wait_deadline = None

    def __init__(self, *, loop=None):
        self._loop = loop = _a_loop() if loop is None else loop
        self._serial = serial = _serial()
        if loop._debug:
            self._source_traceback = _made_at()
        _event_created(serial)

    def __del__(self):
        if self._retrieved:
            return
        self._retrieved = True
        self._loop.call_exception_handler(_with_origin(self, {
            "message": f"{type(self).__name__} exception was never retrieved",
            "exception": self._exception, "future": self}))

    _meada.set_future_finalizer(__del__, "_retrieved")

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        cls._own_callbacks = cls.add_done_callback is not Future.add_done_callback

    @classmethod
    def __class_getitem__(cls, item):
        return _alias(cls, item)

    @recursive_repr()
    def __repr__(self):
        return f"<{type(self).__name__} {' '.join(_future_info(self))}>"

    @property
    def _log_traceback(self):
        return not self._retrieved

    @_log_traceback.setter
    def _log_traceback(self, value):
        if value:
            raise ValueError("_log_traceback can only be set to False")
        self._retrieved = True

    def _check_initialized(self):
        if self._loop is None:
            raise RuntimeError("Future object is not initialized.")

    def get_loop(self):
        self._check_initialized()
        return self._loop

    def done(self):
        return self._state is not _PENDING

    def cancelled(self):
        return self._state is _CANCELLED

    def cancel(self, msg=None):
        self._check_initialized()
        self._retrieved = True
        if self._state is not _PENDING:
            return False
        self._state = _CANCELLED
        self._cancel_message = msg
        _event_done(self._serial, _CANCELLED_OUTCOME)
        if self._waiter is not None or self._callbacks:
            self._schedule_callbacks()
        return True

    def _make_cancelled_error(self):
        error = self._exception
        if error is not None:
            self._exception = None
            return error
        if self._cancel_message is None:
            return CancelledError()
        return CancelledError(self._cancel_message)

    def _schedule_callbacks(self):
        loop = self._loop
        if loop._closed:
            loop._check_closed()
        waiter = self._waiter
        if waiter is not None:
            self._waiter = None
            waiter._handle = _schedule(waiter._serial)
            loop._ready.append(waiter)
        callbacks = self._callbacks
        if callbacks:
            self._callbacks = ()
            for callback in callbacks:
                if type(callback) is tuple:
                    function, context = callback
                    if context is None and _contextvars.in_use:
                        context = _contextvars.Context()
                    loop.call_soon(function, self, context=context)
                else:  # a task that awaits this: not in a tuple, which would keep it alive
                    callback._handle = _schedule(callback._serial)
                    loop._ready.append(callback)
            callbacks.clear()

    def _add_waiter(self, task):
        if self._callbacks:
            self._callbacks.append(task)
        elif self._waiter is None:
            self._waiter = task
        else:
            self._callbacks = [task]

    def result(self):
        state = self._state
        if state is _FINISHED:
            self._retrieved = True
            if self._exception is not None:
                raise self._exception.with_traceback(self._traceback)
            return self._result
        if state is _CANCELLED:
            raise self._make_cancelled_error()
        raise InvalidStateError("Result is not set.")

    def exception(self):
        state = self._state
        if state is _FINISHED:
            self._retrieved = True
            return self._exception
        if state is _CANCELLED:
            raise self._make_cancelled_error()
        raise InvalidStateError("Exception is not set.")

    def add_done_callback(self, fn, *, context=None):
        if self._loop is None:
            raise RuntimeError("uninitialized Future object")
        if context is None and _contextvars.in_use:
            context = _contextvars.copy_context()
        if self._state is not _PENDING:
            self._loop.call_soon(fn, self, context=context)
        elif self._callbacks:
            self._callbacks.append((fn, context))
        else:
            self._callbacks = [(fn, context)]

    def remove_done_callback(self, fn):
        self._check_initialized()
        kept = [entry for entry in self._callbacks if type(entry) is not tuple or entry[0] != fn]
        removed = len(self._callbacks) - len(kept)
        if removed:
            self._callbacks[:] = kept
        return removed

    def set_result(self, result):
        if self._state is not _PENDING:
            raise InvalidStateError("invalid state")
        self._result = result
        self._state = _FINISHED
        _event_done(self._serial, _RETURNED)
        if self._waiter is not None or self._callbacks:
            self._schedule_callbacks()

    def set_exception(self, exception):
        if self._state is not _PENDING:
            raise InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if not isinstance(exception, BaseException):
            raise TypeError("invalid exception object")
        if isinstance(exception, StopIteration):
            raise TypeError("StopIteration interacts badly with generators "
                            "and cannot be raised into a Future")
        self._exception = exception
        self._traceback = exception.__traceback__
        self._state = _FINISHED
        self._retrieved = False
        _event_done(self._serial, _RAISED)
        if self._waiter is not None or self._callbacks:
            self._schedule_callbacks()

    def __await__(self):
        if self._state is _PENDING:
            self._asyncio_future_blocking = True
            yield self
        elif self._coro is not None:
            _event_end_seen(self._serial)
        if self._state is _PENDING:
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


def isfuture(obj):
    return hasattr(obj.__class__, "_asyncio_future_blocking") and \
        obj._asyncio_future_blocking is not None


def _callback_name(function):
    while True:
        inner = getattr(function, "func", None)
        if inner is None or not hasattr(function, "keywords"):
            break
        function = inner
    function = getattr(function, "__wrapped__", function)
    name = getattr(function, "__qualname__", None) or getattr(function, "__name__", None)
    return (name or repr(function)) + "()"


# What the views are told of a call-back: the serial of the task whose method it is, or its name.
def _owner_and_name(callback):
    name = _plain_name(callback)
    if name is not None:
        return 0, name
    owner = getattr(callback, "__self__", None)
    if type(owner) is Task:
        return owner._serial, ""
    return 0, _callback_name(callback)


def _function_place(function):
    code = getattr(getattr(function, "__func__", function), "__code__", None)
    if code is None:
        return None
    return f"{code.co_filename}:{code.co_firstlineno}"


def _format_callback(function):
    name = _callback_name(function)
    place = _function_place(function)
    return f"{name} at {place}" if place else name


def _format_callbacks(callbacks):
    names = [_format_callback(entry[0]) if type(entry) is tuple else "Task.task_wakeup()"
             for entry in callbacks]
    if len(names) > 2:
        names = [names[0], f"<{len(names) - 2} more>", names[-1]]
    return "cb=[" + ", ".join(names) + "]"


# In debug mode: the calls in which something is made, outermost first. Of a future that includes
# the loop's method; of a task or handle (scheduled) it does not.
def _made_at(scheduled=False):
    import traceback
    frame = sys._getframe(0)
    while scheduled and frame.f_code.co_filename in ("<library asyncio/base_events.py>",
                                                     "<library asyncio/events.py>"):
        frame = frame.f_back
    stack = traceback.StackSummary.extract(traceback.walk_stack(frame), limit=10,
                                           lookup_lines=False)
    stack.reverse()
    return stack


def _with_origin(made, context):
    if made._source_traceback is not None:
        context["source_traceback"] = made._source_traceback
    return context


def _format_origin(stack):
    return f"created at {stack[-1].filename}:{stack[-1].lineno}"


def _future_info(future):
    info = [future._state.lower()]
    if future._state is _FINISHED:
        if future._exception is not None:
            info.append(f"exception={future._exception!r}")
        else:
            info.append(f"result={_short(future._result)}")
    callbacks = list(future._callbacks)
    if future._waiter is not None:
        callbacks.insert(0, future._waiter)
    if callbacks:
        info.append(_format_callbacks(callbacks))
    if future._source_traceback is not None:
        info.append(_format_origin(future._source_traceback))
    return info


def _format_coroutine(coro):
    place = _coroutine_place(coro)
    if place is None:
        name = getattr(coro, "__qualname__", None) or getattr(coro, "__name__", None)
        running = getattr(coro, "cr_running", False) or getattr(coro, "gi_running", False)
        return (f"{name or f'<{type(coro).__name__} without __name__>'}()"
                + " running" * bool(running))
    name, state, file_name, line = place
    if state == 2:
        return f"{name}() running at {file_name}:{line}"
    if state == 3:
        return f"{name}() done, defined at {file_name}:{coro.cr_code.co_firstlineno}"
    return f"{name}() running at {file_name}:{line}"


_task_counter = 0
_all_tasks = {}  # not done, by serial


def _next_name():
    global _task_counter
    _task_counter += 1
    return f"Task-{_task_counter}"


_alias = type(list[int])
_coroutine_type = _meada.root("coroutine")
_generator_type = _meada.root("generator")


def iscoroutine(obj):
    # Generators as well: what coroutines were once made of.
    return isinstance(obj, (_coroutine_type, _generator_type)) or (
        hasattr(type(obj), "send") and hasattr(type(obj), "throw")
        and hasattr(type(obj), "close") and hasattr(type(obj), "__await__"))


# A task is its own entry in the ready queue, under the handle `_handle`.
class Task(Future):
    _fut_waiter = None
    _must_cancel = False
    _num_cancels_requested = 0
    _log_destroy_pending = True
    _context = None

    def __init__(self, coro, *, loop=None, name=None, context=None):
        if type(coro) is not _coroutine_type and not iscoroutine(coro):
            self._retrieved = True
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        self._loop = loop = _a_loop() if loop is None else loop
        if loop._closed:
            loop._check_closed()
        self._serial = serial = _serial()
        if loop._debug:
            self._source_traceback = _made_at(True)
        self._coro = coro
        if context is not None:
            self._context = context
        elif _contextvars.in_use:
            self._context = _contextvars.copy_context()
        self._name = name = _next_name() if name is None else str(name)
        _meada.event_task_created(serial, name, _coroutine_name(coro))
        self._handle = _schedule(serial)
        loop._ready.append(self)
        _all_tasks[serial] = self

    @recursive_repr()
    def __repr__(self):
        info = _future_info(self)
        if self._must_cancel or self._num_cancels_requested and self._state is _PENDING:
            info[0] = "cancelling"
        info.insert(1, f"name={self._name!r}")
        info.insert(2, f"coro=<{_format_coroutine(self._coro)}>")
        if self._fut_waiter is not None:
            info.insert(3, f"wait_for={self._fut_waiter!r}")
        return f"<{type(self).__name__} {' '.join(info)}>"

    def get_coro(self):
        return self._coro

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)
        _meada.event_task_renamed(self._serial, self._name)

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def get_stack(self, *, limit=None):
        coro = self._coro
        frame = getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)
        frames = []
        if frame is not None:
            while frame is not None and limit != len(frames):
                frames.append(frame)
                frame = frame.f_back
            frames.reverse()
        elif self._exception is not None:
            traceback = self._exception.__traceback__
            while traceback is not None and limit != len(frames):
                frames.append(traceback.tb_frame)
                traceback = traceback.tb_next
        return frames

    def print_stack(self, *, limit=None, file=None):
        import linecache
        import traceback
        frames = self.get_stack(limit=limit)
        error = self._exception
        if not frames:
            print(f"No stack for {self!r}", file=file)
        elif error is not None:
            print(f"Traceback for {self!r} (most recent call last):", file=file)
        else:
            print(f"Stack for {self!r} (most recent call last):", file=file)
        entries = []
        for frame in frames:
            name = frame.f_code.co_filename
            line = linecache.getline(name, frame.f_lineno, frame.f_globals)
            entries.append((name, frame.f_lineno, frame.f_code.co_name, line))
        traceback.print_list(entries, file=file)
        if error is not None:
            for line in traceback.format_exception_only(type(error), error):
                print(line, file=file, end="")

    def cancel(self, msg=None):
        self._retrieved = True
        if self._state is not _PENDING:
            return False
        self._num_cancels_requested += 1
        _meada.event_task_cancelling(self._serial)
        if self._fut_waiter is not None and self._fut_waiter.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        return self._num_cancels_requested

    def uncancel(self):
        if self._num_cancels_requested > 0:
            self._num_cancels_requested -= 1
        return self._num_cancels_requested

    # One step of the coroutine: what the loop runs. `error` is thrown in, if given; `called`: from
    # a call-back of another handle.
    def _run(self, error=None, called=False):
        if _contextvars.in_use:
            if self._context is None:
                self._context = _contextvars.Context()
            _contextvars.enter(self._context)
        serial = self._serial
        handle = 0 if called else self._handle
        waited = self._fut_waiter
        if waited is None:
            _begin_step(self, serial, handle, 0)
        elif called:
            _begin_step(self, serial, 0, getattr(waited, "_serial", 0))
            self._fut_waiter = None
        else:
            _begin_step(self, serial, handle, waited._serial)
            self._fut_waiter = None
            if waited._exception is not None or waited._state is not _FINISHED:
                try:
                    waited.result()
                except BaseException as raised:
                    error = raised
        try:
            if self._state is not _PENDING:
                raise InvalidStateError(f"__step(): already done: {self!r}, {error!r}")
            if self._must_cancel:
                if not isinstance(error, CancelledError):
                    error = self._make_cancelled_error()
                self._must_cancel = False
            try:
                if error is None:
                    waited = self._coro.send(None)
                else:
                    waited = self._coro.throw(error)
            except StopIteration as stop:
                if self._must_cancel:
                    self._must_cancel = False
                    Future.cancel(self, self._cancel_message)
                    self._ended(_CANCELLED_OUTCOME, None)
                else:
                    self._result = stop.value
                    self._state = _FINISHED
                    self._ended(_RETURNED, stop.value)
            except CancelledError as cancelled:
                self._exception = cancelled
                self._state = _CANCELLED
                self._ended(_CANCELLED_OUTCOME, cancelled)
            except BaseException as raised:
                self._exception = raised
                self._traceback = raised.__traceback__
                self._state = _FINISHED
                self._retrieved = False
                self._ended(_RAISED, raised)
                if isinstance(raised, (KeyboardInterrupt, SystemExit)):
                    raise
            else:
                if waited is None:
                    self._handle = _give_way(serial)
                    self._loop._ready.append(self)
                else:
                    self._wait_for(waited)
        finally:
            _end_step(handle)
            if self._context is not None:
                _contextvars.leave(self._context)
            self = None

    def _ended(self, outcome, value):
        _all_tasks.pop(self._serial, None)
        _task_done(outcome, value)
        if self._waiter is not None or self._callbacks:
            self._schedule_callbacks()

    def _wait_for(self, waited):
        try:
            blocking = waited._asyncio_future_blocking
        except AttributeError:
            blocking = None
        try:
            waits_on = waited._serial
        except AttributeError:  # like a future, but none of ours
            waits_on = None
        problem = None
        if blocking is None:
            if type(waited) is _generator_type:
                problem = (f"yield was used instead of yield from for generator: "
                           f"task {self!r} and {waited!r}")
            else:
                problem = f"Task got bad yield: {waited!r}"
        elif waited._loop is not self._loop:
            problem = f"Task {self!r} got Future {waited!r} attached to a different loop"
        elif not blocking:
            problem = f"yield was used instead of yield from in task {self!r} with {waited!r}"
        elif waited is self:
            problem = f"Task cannot await on itself: {self!r}"
        if problem is not None:
            _event_suspended(_READY, 0, None)
            self._loop.call_soon(self._step, RuntimeError(problem), context=self._context)
            return
        waited._asyncio_future_blocking = False
        self._fut_waiter = waited
        if waits_on is None:
            _event_suspended(_AWAIT, 0, None)
            waited.add_done_callback(self._wakeup, context=self._context)
        else:
            _event_suspended(waited._wait_reason, waited._wait_on or waits_on,
                             waited._wait_deadline)
            if waited._state is _PENDING and not waited._own_callbacks:
                waited._add_waiter(self)
            else:
                waited.add_done_callback(self._wakeup, context=self._context)
        if self._must_cancel and waited.cancel(msg=self._cancel_message):
            self._must_cancel = False

    def _step(self, error=None):
        self._run(error, True)

    def _wakeup(self, future):
        try:
            future.result()
        except BaseException as error:
            self._run(error, True)
        else:
            self._run(None, True)
        self = None


Task.__qualname__ = "Task"


def current_task(loop=None):
    if loop is None:
        loop = get_running_loop()
    task = _current_task()
    return task if task is not None and task._loop is loop else None


def all_tasks(loop=None):
    if loop is None:
        loop = get_running_loop()
    return {task for task in _all_tasks.values() if task._loop is loop}
