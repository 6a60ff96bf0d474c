# multiprocessing.synchronize: what threading has, for processes, over semaphores that they share.
import _meada
import os
import struct
import threading
from time import monotonic as _now

from _multiprocessing import RECURSIVE_MUTEX, SEMAPHORE
from _multiprocessing import SemLock as _SemLock

from . import context, process

__all__ = ["Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event"]

SEM_VALUE_MAX = _SemLock.SEM_VALUE_MAX
_CONDITION = _meada.enum_value("wait_reason", "condition")
_EVENT = _meada.enum_value("wait_reason", "event")
_BARRIER = _meada.enum_value("wait_reason", "barrier")
QUEUE = _meada.enum_value("wait_reason", "queue")


class SemLock:
    def __init__(self, kind, value, maxvalue, *, ctx, reason=None):
        self._semlock = _SemLock(kind, value, maxvalue, os.getpid(), reason)
        self._make_methods()

    def _make_methods(self):
        self.acquire = self._semlock.acquire
        self.release = self._semlock.release

    def __enter__(self):
        return self._semlock.acquire()

    def __exit__(self, *args):
        return self._semlock.release()

    def __getstate__(self):
        context.assert_spawning(self)
        semlock = self._semlock
        context.get_spawning_popen().duplicate_for_child(semlock._pipe, 1, 1)
        return (semlock.handle, semlock.kind, semlock.maxvalue, semlock._counts_taken,
                semlock._stands_for)

    def __setstate__(self, state):
        self._semlock = _SemLock._rebuild(*state)
        self._make_methods()

    def _holder(self):
        # (whose name is shown, whether that is this thread, whether it is free)
        semlock = self._semlock
        if semlock._is_mine():
            name = process.current_process().name
            if threading.current_thread().name != "MainThread":
                name += "|" + threading.current_thread().name
            return name, True, False
        if semlock._get_value() == 1:
            return "None", False, True
        return ("SomeOtherThread" if semlock._count() > 0 else "SomeOtherProcess"), False, False


class Semaphore(SemLock):
    def __init__(self, value=1, *, ctx, reason=None):
        SemLock.__init__(self, SEMAPHORE, _checked(value), SEM_VALUE_MAX, ctx=ctx, reason=reason)

    def get_value(self):
        return self._semlock._get_value()

    def __repr__(self):
        return f"<{type(self).__name__}(value={self._semlock._get_value()})>"


def _checked(value):
    if value < 0 or value > SEM_VALUE_MAX:
        raise OSError(22, "Invalid argument")
    return value


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1, *, ctx, reason=None):
        SemLock.__init__(self, SEMAPHORE, _checked(value), value, ctx=ctx, reason=reason)

    def __repr__(self):
        return (f"<{type(self).__name__}(value={self._semlock._get_value()}, "
                f"maxvalue={self._semlock.maxvalue})>")


class Lock(SemLock):
    def __init__(self, *, ctx, reason=None):
        SemLock.__init__(self, SEMAPHORE, 1, 1, ctx=ctx, reason=reason)

    def __repr__(self):
        return f"<{type(self).__name__}(owner={self._holder()[0]})>"


class RLock(SemLock):
    def __init__(self, *, ctx, reason=None):
        SemLock.__init__(self, RECURSIVE_MUTEX, 1, 1, ctx=ctx, reason=reason)

    def __repr__(self):
        name, is_mine, is_free = self._holder()
        count = self._semlock._count() if is_mine else 0 if is_free else "nonzero"
        return f"<{type(self).__name__}({name}, {count})>"


class Condition:
    def __init__(self, lock=None, *, ctx, reason=_CONDITION):
        self._lock = lock or ctx.RLock()
        # Means only, not told of: what waits there waits for the condition.
        self._sleeping_count = Semaphore(0, ctx=ctx, reason=reason)
        self._woken_count = Semaphore(0, ctx=ctx, reason=reason)
        self._wait_semaphore = Semaphore(0, ctx=ctx, reason=reason)
        self._make_methods()

    def __getstate__(self):
        context.assert_spawning(self)
        return self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore

    def __setstate__(self, state):
        self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore = state
        self._make_methods()

    def _make_methods(self):
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        waiters = self._sleeping_count.get_value() - self._woken_count.get_value()
        return f"<{type(self).__name__}({self._lock}, {waiters})>"

    def wait(self, timeout=None):
        assert self._lock._semlock._is_mine(), "must acquire() condition before using wait()"
        self._sleeping_count.release()
        count = self._lock._semlock._count()
        for _ in range(count):
            self._lock.release()
        try:
            return self._wait_semaphore.acquire(True, timeout)
        finally:
            self._woken_count.release()
            for _ in range(count):
                self._lock.acquire()

    def notify(self, n=1):
        assert self._lock._semlock._is_mine(), "lock is not owned"
        # Those whose time was over sleep no more.
        while self._woken_count.acquire(False):
            self._sleeping_count.acquire(False)
        woken = 0
        while woken < n and self._sleeping_count.acquire(False):
            self._wait_semaphore.release()
            woken += 1
        for _ in range(woken):
            self._woken_count.acquire()
        if woken:
            # Whose time was over just now has left a token.
            while self._wait_semaphore.acquire(False):
                pass

    def notify_all(self):
        self.notify(SEM_VALUE_MAX)

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if result:
            return result
        end = None if timeout is None else _now() + timeout
        while not result:
            left = None if end is None else end - _now()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result


class Event:
    def __init__(self, *, ctx):
        self._cond = Condition(Lock(ctx=ctx, reason=_EVENT), ctx=ctx, reason=_EVENT)
        self._flag = Semaphore(0, ctx=ctx, reason=_EVENT)

    def __repr__(self):
        state = "set" if self.is_set() else "unset"
        return f"<{type(self).__qualname__} at {id(self):#x} {state}>"

    def is_set(self):
        with self._cond:
            return self._flag.get_value() > 0

    def set(self):
        with self._cond:
            self._flag.acquire(False)
            self._flag.release()
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag.acquire(False)

    def wait(self, timeout=None):
        with self._cond:
            if not self._flag.get_value():
                self._cond.wait(timeout)
            return self._flag.get_value() > 0


class Barrier(threading.Barrier):
    def __init__(self, parties, action=None, timeout=None, *, ctx):
        serial = _meada.shared_bytes(bytearray(16))
        cond = Condition(Lock(ctx=ctx, reason=_BARRIER), ctx=ctx, reason=_BARRIER)
        self.__setstate__((parties, action, timeout, cond, serial))

    def __getstate__(self):
        context.assert_spawning(self)
        return self._parties, self._action, self._timeout, self._cond, self._shared

    def __setstate__(self, state):
        self._parties, self._action, self._timeout, self._cond, self._shared = state
        self._numbers = _meada.shared_object(self._shared)  # its state and count
        self._born()

    @property
    def _state(self):
        return struct.unpack_from("q", self._numbers, 0)[0]

    @_state.setter
    def _state(self, value):
        struct.pack_into("q", self._numbers, 0, value)

    @property
    def _count(self):
        return struct.unpack_from("q", self._numbers, 8)[0]

    @_count.setter
    def _count(self, value):
        struct.pack_into("q", self._numbers, 8, value)
