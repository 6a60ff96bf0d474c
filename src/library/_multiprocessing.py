# _multiprocessing: semaphores that processes share, in C in CPython. Each is a pipe of tokens; how
# often a thread of this process holds it is known to this process only.
import _meada
from time import monotonic as _now

RECURSIVE_MUTEX, SEMAPHORE = 0, 1
_SEM_VALUE_MAX = 2147483647
_LOCK = _meada.enum_value("wait_reason", "lock")
_SEMAPHORE = _meada.enum_value("wait_reason", "semaphore")
_get, _put, _state = _meada.pipe_get, _meada.pipe_put, _meada.pipe_state
_me = _meada.thread_self


def _sync_kind(kind, maxvalue):
    name = "semaphore" if maxvalue != 1 else "rlock" if kind == RECURSIVE_MUTEX else "lock"
    return _meada.enum_value("sync_kind", name)


def take(pipe, timeout, reason):
    # The next item: whoever was woken looks again, as somebody else may have taken it.
    if timeout is None:
        while (item := _get(pipe, None, reason)) is ...:
            pass
        return item
    end = _now() + timeout
    while (item := _get(pipe, timeout, reason)) is ...:
        timeout = end - _now()
    return item


class SemLock:
    SEM_VALUE_MAX = _SEM_VALUE_MAX

    def __init__(self, kind, value, maxvalue, pid, reason=None):
        # `reason`: what else it is a means of waiting for.
        self._pipe = pipe = _meada.pipe_new(0)
        _meada.pipe_ends(pipe, 1, 1, pid)
        # Where the tokens are too many to be there, those that are taken are counted.
        self._counts_taken = value > 1 << 20
        if not self._counts_taken:
            for _ in range(value):
                _put(pipe, None, 0, None, _LOCK)
        _meada.pipe_kind(pipe, _sync_kind(kind, maxvalue),
                         reason is not None or self._counts_taken)
        self._describe(kind, maxvalue, reason)

    @classmethod
    def _rebuild(cls, serial, kind, maxvalue, counts_taken, reason):
        self = cls.__new__(cls)
        self._pipe, self._counts_taken = _meada.shared_object(serial), counts_taken
        self._describe(kind, maxvalue, reason)
        return self

    def _describe(self, kind, maxvalue, reason):
        self.kind, self.maxvalue = kind, maxvalue
        self.handle = _meada.pipe_serial(self._pipe)
        self.name = f"/mp-{self.handle}"
        self._stands_for = reason
        self._reason = reason or (_LOCK if maxvalue == 1 else _SEMAPHORE)
        self._held, self._owner = 0, None

    def acquire(self, block=True, timeout=None):
        if self.kind == RECURSIVE_MUTEX and self._held and self._owner == _me():
            self._held += 1
            return True
        if self._counts_taken:
            _put(self._pipe, None, 0, None, _LOCK)
        else:
            if not block:
                timeout = 0
            token = _get(self._pipe, timeout, self._reason)
            if token is ...:
                token = take(self._pipe, timeout, self._reason)
            if token is False:
                return False
        self._owner = _me()
        self._held = 1 if self.maxvalue == 1 else self._held + 1
        return True

    __enter__ = acquire

    def release(self):
        if self.kind == RECURSIVE_MUTEX:
            if not (self._held and self._owner == _me()):
                raise AssertionError("attempt to release recursive lock not owned by thread")
            if self._held > 1:
                self._held -= 1
                return
        elif self._get_value() >= self.maxvalue:
            raise ValueError("semaphore or lock released too many times")
        self._held -= 1
        if self._counts_taken:
            _get(self._pipe, 0, _LOCK)
        else:
            _put(self._pipe, None, 0, None, _LOCK)

    def __exit__(self, exc_type=None, exc_value=None, exc_tb=None):
        self.release()

    def _count(self):
        return self._held

    def _is_mine(self):
        return self._held > 0 and self._owner == _me()

    def _get_value(self):
        tokens = _state(self._pipe)[1]
        return self.maxvalue - tokens if self._counts_taken else tokens

    def _is_zero(self):
        return self._get_value() == 0
