# threading, over the locks and threads of _thread.py. Every waiting is an acquire of a lock with
# the reason told to the machine; a lock that is only such a means has no events of its own.
import _contextvars
import _meada
import _thread
import sys as _sys
import warnings
from _deque import deque as _deque
from time import monotonic as _time

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate",
           "main_thread", "TIMEOUT_MAX", "Event", "Lock", "RLock", "Semaphore",
           "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer", "ThreadError",
           "setprofile", "settrace", "local", "stack_size", "excepthook", "ExceptHookArgs",
           "get_native_id", "getprofile", "gettrace"]

ThreadError = _thread.error
TIMEOUT_MAX = _thread.TIMEOUT_MAX
Lock = _thread.allocate_lock
_CRLock = _thread.RLock
get_ident = _thread.get_ident
get_native_id = _thread.get_native_id
stack_size = _thread.stack_size
local = _thread._local
ExceptHookArgs = _thread._ExceptHookArgs
excepthook = __excepthook__ = _thread._excepthook

_CONDITION = _meada.enum_value("wait_reason", "condition")
_SEMAPHORE = _meada.enum_value("wait_reason", "semaphore")
_EVENT = _meada.enum_value("wait_reason", "event")
_BARRIER = _meada.enum_value("wait_reason", "barrier")
_JOIN = _meada.enum_value("wait_reason", "join")
_LOCK = _meada.enum_value("wait_reason", "lock")

_wait = _meada.lock_wait


def RLock(*args, **kwargs):
    return _CRLock(*args, **kwargs)


def _old(name, instead):
    warnings.warn(f"{name} is deprecated, {instead} instead", DeprecationWarning, stacklevel=3)


def _means():
    # A lock that stands for something else: taken, and silent.
    lock = Lock()
    _meada.lock_serial(lock, -1)
    lock.acquire()
    return lock


class _Sync:
    # The common part of everything with a serial number that is no lock itself.
    _reason = _CONDITION
    _kind = "condition"

    def _born(self):
        self._serial = _meada.serial()
        self._sync_kind = _meada.enum_value("sync_kind", self._kind)
        _meada.event_sync_created(self._serial, self._sync_kind)


class Condition(_Sync):
    def __init__(self, lock=None, _owner=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        if hasattr(lock, "_release_save"):
            self._release_save = lock._release_save
            self._acquire_restore = lock._acquire_restore
            self._is_owned = lock._is_owned
        self._waiters = _deque()
        if _owner is None:
            self._born()
        else:
            self._serial, self._reason = _owner._serial, _owner._reason

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, kind=None, error=None, traceback=None):
        return self._lock.__exit__(kind, error, traceback)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, saved):
        self._lock.acquire()

    def _is_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = _means()
        self._waiters.append(waiter)
        saved = self._release_save()
        woken = False
        try:
            woken = _wait(waiter, timeout, self._reason, self._serial)
            return woken
        finally:
            self._acquire_restore(saved)
            if not woken:
                try:
                    self._waiters.remove(waiter)
                except ValueError:
                    pass

    def wait_for(self, predicate, timeout=None):
        end, left = None, timeout
        result = predicate()
        while not result:
            if left is not None:
                if end is None:
                    end = _time() + left
                else:
                    left = end - _time()
                    if left <= 0:
                        break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        waiters = self._waiters
        if self._kind == "condition" and self._reason == _CONDITION:
            _meada.event_sync_notified(self._serial, min(n, len(waiters)))
        while waiters and n > 0:
            waiter = waiters.popleft()
            try:
                waiter.release()
            except RuntimeError:
                pass
            else:
                n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))

    def notifyAll(self):
        _old("notifyAll()", "use notify_all()")
        self.notify_all()


class Semaphore(_Sync):
    _reason = _SEMAPHORE
    _kind = "semaphore"

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value
        self._born()
        self._cond = Condition(_silent_lock(), self)

    def __repr__(self):
        return (f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: "
                f"value={self._value}>")

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        got, end = False, None
        with self._cond:
            while self._value == 0:
                if not blocking:
                    break
                if timeout is not None:
                    if end is None:
                        end = _time() + timeout
                    else:
                        timeout = end - _time()
                        if timeout <= 0:
                            break
                self._cond.wait(timeout)
            else:
                self._value -= 1
                got = True
                _meada.event_sync_acquired(self._serial, 0)
        return got

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            _meada.event_sync_released(self._serial)
            self._cond.notify(n)

    def __exit__(self, *details):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return (f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: "
                f"value={self._value}/{self._initial_value}>")

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            _meada.event_sync_released(self._serial)
            self._cond.notify(n)


def _silent_lock():
    lock = Lock()
    _meada.lock_serial(lock, -1)
    return lock


class Event(_Sync):
    _reason = _EVENT
    _kind = "event"

    def __init__(self):
        self._flag = False
        self._born()
        self._cond = Condition(_silent_lock(), self)

    def __repr__(self):
        state = "set" if self._flag else "unset"
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: {state}>"

    def is_set(self):
        return self._flag

    def isSet(self):
        _old("isSet()", "use is_set()")
        return self.is_set()

    def set(self):
        with self._cond:
            self._flag = True
            _meada.event_sync_notified(self._serial, len(self._cond._waiters))
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            signalled = self._flag
            if not signalled:
                signalled = self._cond.wait(timeout)
            return signalled


class BrokenBarrierError(RuntimeError):
    pass


class Barrier(_Sync):
    _reason = _BARRIER
    _kind = "barrier"
    # _state: 0 filling, 1 draining, -1 resetting, -2 broken.

    def __init__(self, parties, action=None, timeout=None):
        self._born()
        self._cond = Condition(_silent_lock(), self)
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = 0
        self._count = 0

    def __repr__(self):
        name = f"{type(self).__module__}.{type(self).__qualname__}"
        if self.broken:
            return f"<{name} at {id(self):#x}: broken>"
        return f"<{name} at {id(self):#x}: waiters={self.n_waiting}/{self.parties}>"

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._state in (-1, 1):
                self._cond.wait()
            if self._state < 0:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._open()
                else:
                    self._pass(timeout)
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (-1, 1):
                    self._state = 0
                    self._cond.notify_all()

    def _open(self):
        try:
            if self._action:
                self._action()
            self._state = 1
            _meada.event_sync_notified(self._serial, self._count - 1)
            self._cond.notify_all()
        except BaseException:
            self._break()
            raise

    def _pass(self, timeout):
        if not self._cond.wait_for(lambda: self._state != 0, timeout):
            self._break()
            raise BrokenBarrierError
        if self._state < 0:
            raise BrokenBarrierError

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._state in (0, -2):
                    self._state = -1
            else:
                self._state = 0
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2


_counter = 0
_active = {}   # by identity
_limbo = {}    # started, not running yet


def _new_name(template):
    global _counter
    _counter += 1
    return template % _counter


class Thread:
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if kwargs is None:
            kwargs = {}
        if name:
            name = str(name)
        else:
            name = _new_name("Thread-%d")
            if target is not None:
                try:
                    name += f" ({target.__name__})"
                except AttributeError:
                    pass
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = kwargs
        self._daemonic = daemon if daemon is not None else current_thread().daemon
        self._ident = None
        self._end = None       # a lock that is free once the thread has ended
        self._started = False
        self._is_stopped = False
        self._initialized = True

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        status = "initial"
        if self._started:
            status = "started"
        self.is_alive()
        if self._is_stopped:
            status = "stopped"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {status})>"

    def __getstate__(self):
        # As the locks that a thread has in CPython.
        raise TypeError("cannot pickle '_thread.lock' object")

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started:
            raise RuntimeError("threads can only be started once")
        self._running = _means()
        self._end = _means()
        self._started = True
        self._ident = _meada.thread_new(self._name, self._daemonic)
        _limbo[self._ident] = self
        _meada.thread_begin(self._ident, self._bootstrap, self._end)
        # As CPython: the starter goes on once the new thread has begun.
        _wait(self._running, None, _EVENT, self._ident)

    def run(self):
        try:
            if self._target is not None:
                _meada.point_of_call(self._target)
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        try:
            _active[self._ident] = self
            del _limbo[self._ident]
            self._running.release()
            try:
                self.run()
            except BaseException as error:
                self._report(error)
        finally:
            _meada.ends(False)
            _active.pop(self._ident, None)
            if _contextvars.in_use:
                _contextvars.forget_thread()

    def _report(self, error):
        kind = type(error)
        if kind is not SystemExit:
            _meada.event_exception_uncaught(kind.__name__, _meada.repr_of(error))
        hook = excepthook
        try:
            hook(ExceptHookArgs((kind, error, error.__traceback__, self)))
        except BaseException as other:
            _sys.excepthook(type(other), other, other.__traceback__)

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started:
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if self._is_stopped:
            return
        if timeout is not None:
            timeout = max(timeout, 0)
        try:
            ended = _wait(self._end, timeout, _JOIN, self._ident)
        except BaseException:
            # As CPython 3.11: whoever is interrupted here takes the thread for ended.
            if self._end.locked():
                self._end.release()
            self._is_stopped = True
            raise
        if ended:
            self._end.release()
            self._is_stopped = True

    def is_alive(self):
        assert self._initialized, "Thread.__init__() not called"
        if self._is_stopped or not self._started:
            return False
        if self._end is None:
            _meada.thread_asked(self._ident)
            return not self._is_stopped
        if not _wait(self._end, 0, _JOIN, self._ident):
            return True
        self._end.release()
        self._is_stopped = True
        return False

    @property
    def name(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)
        if self._ident is not None:
            _meada.thread_name(self._ident, self._name)

    @property
    def ident(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._ident

    @property
    def native_id(self):
        return self._ident

    @property
    def daemon(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._started:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        _old("isDaemon()", "get the daemon attribute")
        return self.daemon

    def setDaemon(self, daemonic):
        _old("setDaemon()", "set the daemon attribute")
        self.daemon = daemonic

    def getName(self):
        _old("getName()", "get the name attribute")
        return self.name

    def setName(self, name):
        _old("setName()", "set the name attribute")
        self.name = name


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            _meada.point_of_call(self.function)
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        self._target = None
        self._name = "MainThread"
        self._args = ()
        self._kwargs = {}
        self._daemonic = False
        self._ident = 1
        self._end = None
        self._started = True
        self._is_stopped = False
        self._initialized = True


class _DummyThread(Thread):
    # A thread that threading did not start, made when it asks who it is.
    def __init__(self):
        super().__init__(name=_new_name("Dummy-%d"), daemon=True)
        self._started = True
        self._ident = get_ident()
        _active[self._ident] = self

    def is_alive(self):
        return True

    def join(self, timeout=None):
        assert False, "cannot join a dummy thread"


_main_thread = _MainThread()
_active[1] = _main_thread


def current_thread():
    thread = _active.get(get_ident())
    return _DummyThread() if thread is None else thread


def currentThread():
    _old("currentThread()", "use current_thread()")
    return current_thread()


def main_thread():
    return _main_thread


def _known():
    return list(_active.values()) + list(_limbo.values())


def enumerate():
    _meada.thread_asked(0)
    return _known()


def active_count():
    _meada.thread_asked(0)
    return len(_active) + len(_limbo)


def activeCount():
    _old("activeCount()", "use active_count()")
    return active_count()


def settrace(func):
    if func is not None:
        raise NotImplementedError("threading.settrace: tracing is not supported here")


def setprofile(func):
    if func is not None:
        raise NotImplementedError("threading.setprofile: profiling is not supported here")


def gettrace():
    return None


getprofile = gettrace


_at_exit = []


def _register_atexit(func, *arg, **kwargs):
    _at_exit.append(lambda: func(*arg, **kwargs))


def _after_fork(thread):
    # In the new process, which has this thread only.
    global _main_thread
    thread._ident = get_ident()
    for other in _known():
        other._is_stopped = other is not thread
    _limbo.clear()
    _active.clear()
    _active[thread._ident] = _main_thread = thread


def _shutdown():
    # The main thread is over: call-backs, last first, then every thread that is no daemon.
    _meada.ends(False)
    _main_thread._is_stopped = True
    for call in reversed(_at_exit):
        call()
    while True:
        others = [thread for thread in _known()
                  if not (thread._daemonic or thread._is_stopped)]
        if not others:
            return
        for thread in others:
            thread.join()
