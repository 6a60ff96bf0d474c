# asyncio.locks
import _meada
from _deque import deque
from asyncio import exceptions, mixins

__all__ = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier")

_LOCK = _meada.enum_value("wait_reason", "lock")
_EVENT = _meada.enum_value("wait_reason", "event")
_CONDITION = _meada.enum_value("wait_reason", "condition")
_SEMAPHORE = _meada.enum_value("wait_reason", "semaphore")
_BARRIER = _meada.enum_value("wait_reason", "barrier")


class _ContextManagerMixin:
    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


def _plain_repr(object):
    return f"<{type(object).__module__}.{type(object).__qualname__} object at {id(object):#x}>"


def _with_state(object, state, waiters):
    if waiters:
        state = f"{state}, waiters:{len(waiters)}"
    return f"{_plain_repr(object)[:-1]} [{state}]>"


class Lock(_ContextManagerMixin, mixins._LoopBoundMixin):
    _kind = "async_lock"
    _reason = _LOCK

    def __init__(self):
        self._waiters = None
        self._locked = False
        self._born()

    def __repr__(self):
        return _with_state(self, "locked" if self._locked else "unlocked", self._waiters)

    def locked(self):
        return self._locked

    def _take(self):
        self._locked = True
        self._holder = _meada.running_task()
        _meada.event_sync_acquired(self._serial, 0)
        return True

    async def acquire(self):
        if not self._locked and (self._waiters is None
                                 or all([waiter.cancelled() for waiter in self._waiters])):
            return self._take()
        if self._waiters is None:
            self._waiters = deque()
        waiter = self._waiter()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except exceptions.CancelledError:
            if not self._locked:
                self._wake_up_first()
            raise
        return self._take()

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._holder = None
        self._locked = False
        _meada.event_sync_released(self._serial)
        self._wake_up_first()

    def _wake_up_first(self):
        if not self._waiters:
            return
        waiter = self._waiters[0]
        if not waiter.done():
            waiter.set_result(True)


class Event(mixins._LoopBoundMixin):
    _kind = "async_event"
    _reason = _EVENT

    def __init__(self):
        self._waiters = deque()
        self._value = False
        self._born()

    def __repr__(self):
        return _with_state(self, "set" if self._value else "unset", self._waiters)

    def is_set(self):
        return self._value

    def set(self):
        if not self._value:
            self._value = True
            _meada.event_sync_notified(self._serial, len(self._waiters))
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(True)

    def clear(self):
        self._value = False

    async def wait(self):
        if self._value:
            return True
        waiter = self._waiter()
        self._waiters.append(waiter)
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)


class Condition(_ContextManagerMixin, mixins._LoopBoundMixin):
    _kind = "async_condition"
    _reason = _CONDITION

    def __init__(self, lock=None):
        if lock is None:
            lock = Lock()
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = deque()
        self._born()

    def __repr__(self):
        return _with_state(self, "locked" if self.locked() else "unlocked", self._waiters)

    async def wait(self):
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self.release()
        try:
            waiter = self._waiter()
            self._waiters.append(waiter)
            try:
                await waiter
                return True
            finally:
                self._waiters.remove(waiter)
        finally:
            # The lock is taken back whatever happens; a cancellation meanwhile comes after it.
            cancelled = None
            while True:
                try:
                    await self.acquire()
                    break
                except exceptions.CancelledError as error:
                    cancelled = error
            if cancelled is not None:
                try:
                    raise cancelled
                finally:
                    cancelled = None

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        woken = 0
        for waiter in self._waiters:
            if woken >= n:
                break
            if not waiter.done():
                woken += 1
                waiter.set_result(False)
        _meada.event_sync_notified(self._serial, woken)

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore(_ContextManagerMixin, mixins._LoopBoundMixin):
    _kind = "async_semaphore"
    _reason = _SEMAPHORE

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._waiters = None
        self._value = value
        self._born()

    def __repr__(self):
        state = "locked" if self.locked() else f"unlocked, value:{self._value}"
        return _with_state(self, state, self._waiters)

    def locked(self):
        return self._value == 0 or any(
            [not waiter.cancelled() for waiter in self._waiters or ()])

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            _meada.event_sync_acquired(self._serial, 0)
            return True
        if self._waiters is None:
            self._waiters = deque()
        waiter = self._waiter()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except exceptions.CancelledError:
            if not waiter.cancelled():
                self._value += 1
                self._wake_up_next()
            raise
        if self._value > 0:
            self._wake_up_next()
        _meada.event_sync_acquired(self._serial, 0)
        return True

    def release(self):
        self._value += 1
        _meada.event_sync_released(self._serial)
        self._wake_up_next()

    def _wake_up_next(self):
        for waiter in self._waiters or ():
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        self._bound_value = value
        super().__init__(value)

    def release(self):
        if self._value >= self._bound_value:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


_FILLING, _DRAINING, _RESETTING, _BROKEN = "filling", "draining", "resetting", "broken"


class Barrier(mixins._LoopBoundMixin):
    _kind = "barrier"
    _reason = _BARRIER

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._born()
        self._cond = Condition()
        self._cond._serial, self._cond._reason = self._serial, _BARRIER
        self._parties = parties
        self._state = _FILLING
        self._count = 0

    def __repr__(self):
        state = self._state
        if not self.broken:
            state += f", waiters:{self.n_waiting}/{self.parties}"
        return f"{_plain_repr(self)[:-1]} [{state}]>"

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *details):
        pass

    async def wait(self):
        async with self._cond:
            await self._cond.wait_for(lambda: self._state not in (_DRAINING, _RESETTING))
            if self._state is _BROKEN:
                raise exceptions.BrokenBarrierError("Barrier aborted")
            try:
                index = self._count
                self._count += 1
                if index + 1 == self._parties:
                    self._state = _DRAINING
                    self._cond.notify_all()
                else:
                    await self._cond.wait_for(lambda: self._state is not _FILLING)
                    if self._state in (_BROKEN, _RESETTING):
                        raise exceptions.BrokenBarrierError("Abort or reset of barrier")
                return index
            finally:
                self._count -= 1
                if self._count == 0:
                    if self._state in (_RESETTING, _DRAINING):
                        self._state = _FILLING
                    self._cond.notify_all()

    async def reset(self):
        async with self._cond:
            if self._count > 0:
                if self._state is not _RESETTING:
                    self._state = _RESETTING
            else:
                self._state = _FILLING
            self._cond.notify_all()

    async def abort(self):
        async with self._cond:
            self._state = _BROKEN
            self._cond.notify_all()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state is _FILLING else 0

    @property
    def broken(self):
        return self._state is _BROKEN
