# concurrent.futures._base: futures between threads, and how to wait for several of them. Code of
# the library is not interrupted but where it waits, so that only waiting needs a condition.
import _meada
import logging
import threading
from collections import namedtuple
from time import monotonic as _time
from types import GenericAlias

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"  # whoever waits for it has not been told yet
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"

_over = (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)
_words = {PENDING: "pending", RUNNING: "running", CANCELLED: "cancelled",
          CANCELLED_AND_NOTIFIED: "cancelled", FINISHED: "finished"}

LOGGER = logging.getLogger("concurrent.futures")


class Error(Exception):
    pass


class CancelledError(Error):
    pass


TimeoutError = TimeoutError


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


class Future:
    def __init__(self):
        self._condition = threading.Condition(threading._silent_lock())
        self._state = PENDING
        self._result = self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def __repr__(self):
        outcome = ""
        if self._state == FINISHED:
            if self._exception is not None:
                outcome = f" raised {type(self._exception).__name__}"
            else:
                outcome = f" returned {type(self._result).__name__}"
        return f"<{type(self).__name__} at {id(self):#x} state={_words[self._state]}{outcome}>"

    def cancel(self):
        state = self._state
        if state == RUNNING or state == FINISHED:
            return False
        if state == PENDING:
            with self._condition:
                self._state = CANCELLED
                self._condition.notify_all()
            self._invoke_callbacks()
        return True

    # Whoever asks takes the condition, for what else its answer says: all that came before it.
    def cancelled(self):
        with self._condition:
            return self._state == CANCELLED or self._state == CANCELLED_AND_NOTIFIED

    def running(self):
        with self._condition:
            return self._state == RUNNING

    def done(self):
        with self._condition:
            return self._state in _over

    def result(self, timeout=None):
        try:
            self._wait(timeout)
            if self._exception is not None:
                raise self._exception
            return self._result
        finally:
            self = None  # an exception's traceback must not keep the future that keeps it

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._exception

    def _wait(self, timeout):
        with self._condition:
            if self._state not in _over:
                self._condition.wait(timeout)
        if self._state != FINISHED:
            raise CancelledError() if self._state in _over else TimeoutError()

    def add_done_callback(self, fn):
        with self._condition:
            if self._state not in _over:
                self._done_callbacks.append(fn)
                return
        self._invoke(fn)

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._invoke(callback)

    def _invoke(self, callback):
        try:
            callback(self)
        except Exception:
            LOGGER.exception("exception calling callback for %r", self)

    # What follows is for executors and their tests.

    def set_running_or_notify_cancel(self):
        if self._state == PENDING:
            self._state = RUNNING
            return True
        if self._state == CANCELLED:
            self._state = CANCELLED_AND_NOTIFIED
            for waiter in self._waiters:
                waiter.add(self, False)
            return False
        LOGGER.critical("Future %s in unexpected state: %s", id(self), self._state)
        raise RuntimeError("Future in unexpected state")

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)

    def _finish(self, result, exception):
        _meada.point(self)
        if self._state in _over:
            raise InvalidStateError(f"{self._state}: {self!r}")
        with self._condition:
            self._result, self._exception = result, exception
            self._state = FINISHED
            for waiter in self._waiters:
                waiter.add(self, exception is not None)
            self._condition.notify_all()
        self._invoke_callbacks()

    __class_getitem__ = classmethod(GenericAlias)


class _Waiter:
    # Of somebody who waits for `count` more futures, or for the first one that fails.
    def __init__(self, futures, count, ends_at_failure):
        self.event = threading.Event()
        self.finished = []
        self._count = count
        self._ends_at_failure = ends_at_failure
        self._futures = futures
        for future in futures:
            future._waiters.append(self)

    def add(self, future, failed):
        self.finished.append(future)
        self._count -= 1
        if self._count <= 0 or failed and self._ends_at_failure:
            self.event.set()

    def leave(self):
        for future in self._futures:
            if self in future._waiters:
                future._waiters.remove(self)


def _look_at(futures):
    # Which of them are over is another question than whether one is.
    for future in futures:
        _meada.touch(future, False)
        with future._condition:
            pass


def _is_settled(future):
    return future._state == FINISHED or future._state == CANCELLED_AND_NOTIFIED


DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done")


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = set(fs)
    _look_at(fs)
    done = {future for future in fs if _is_settled(future)}
    left = fs - done
    if return_when == FIRST_COMPLETED and done:
        return DoneAndNotDoneFutures(done, left)
    if return_when == FIRST_EXCEPTION and any(future._exception is not None for future in done):
        return DoneAndNotDoneFutures(done, left)
    if not left:
        return DoneAndNotDoneFutures(done, left)
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return condition: {return_when!r}")
    count = 1 if return_when == FIRST_COMPLETED else len(left)
    waiter = _Waiter(left, count, return_when == FIRST_EXCEPTION)
    waiter.event.wait(timeout)
    waiter.leave()
    done.update(waiter.finished)
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    end = None if timeout is None else _time() + timeout
    fs = set(fs)
    total = len(fs)
    ready = [future for future in fs if _is_settled(future)]
    pending = fs.difference(ready)
    _look_at(fs)
    fs = None
    waiter = _Waiter(pending, 1, False)
    try:
        while True:
            while ready:
                yield ready.pop()
            if not pending:
                return
            left = None if end is None else end - _time()
            if left is not None and left < 0:
                raise TimeoutError(f"{len(pending)} (of {total}) futures unfinished")
            _look_at(pending)
            waiter.event.wait(left)
            ready, waiter.finished = waiter.finished[::-1], []
            waiter.event.clear()
            for future in ready:
                future._waiters.remove(waiter)
            pending = pending.difference(ready)
    finally:
        waiter._futures = pending
        waiter.leave()


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        end = None if timeout is None else _time() + timeout
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        return _results(futures, end)

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


def _results(futures, end):
    # In order; what is left when nobody asks any more is cancelled.
    try:
        futures.reverse()
        while futures:
            yield _result_of(futures.pop(), None if end is None else end - _time())
    finally:
        for future in futures:
            future.cancel()


def _result_of(future, timeout):
    try:
        try:
            return future.result(timeout)
        finally:
            future.cancel()
    finally:
        future = None
