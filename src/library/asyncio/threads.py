# asyncio.threads: blocking calls in threads of their own.
import _contextvars
import threading
from _deque import deque
from asyncio import events, exceptions

__all__ = ("to_thread",)


async def to_thread(func, /, *args, **kwargs):
    loop = events.get_running_loop()
    context = _contextvars.copy_context() if _contextvars.in_use else None

    def call():
        return func(*args, **kwargs)

    return await loop.run_in_executor(None, *((call,) if context is None else (context.run, call)))


class _Result:
    # As concurrent.futures.Future: set in one thread, asked for in another.
    def __init__(self):
        self._condition = threading.Condition()
        self._state = "PENDING"
        self._value = self._error = self._on_cancel = None
        self._callbacks = []

    def _set(self, state, value, error):
        with self._condition:
            if self._state in ("FINISHED", "CANCELLED"):
                return
            self._state, self._value, self._error = state, value, error
            callbacks, self._callbacks = self._callbacks, []
            self._condition.notify_all()
        for callback in callbacks:
            callback(self)

    def set_result(self, value):
        self._set("FINISHED", value, None)

    def set_exception(self, error):
        self._set("FINISHED", None, error)

    def _cancelled(self):
        self._set("CANCELLED", None, exceptions.CancelledError())

    def cancel(self):
        if self._state in ("RUNNING", "FINISHED"):
            return False
        if self._on_cancel is not None:
            self._on_cancel()
        else:
            self._cancelled()
        return True

    def cancelled(self):
        return self._state == "CANCELLED"

    def running(self):
        return self._state == "RUNNING"

    def done(self):
        return self._state in ("FINISHED", "CANCELLED")

    def _wait(self, timeout):
        with self._condition:
            if not self._condition.wait_for(self.done, timeout):
                raise TimeoutError

    def result(self, timeout=None):
        self._wait(timeout)
        if self._error is not None:
            raise self._error
        return self._value

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._error

    def add_done_callback(self, function):
        with self._condition:
            if not self.done():
                self._callbacks.append(function)
                return
        function(self)


class _Pool:
    # Threads that are started when there is work and none is idle.
    def __init__(self, size=32):
        self._size = size
        self._work = deque()
        self._idle = 0
        self._threads = []
        self._closed = False
        self._condition = threading.Condition()

    def submit(self, function, *args):
        result = _Result()
        with self._condition:
            self._work.append((result, function, args))
            if self._idle > 0:
                self._idle -= 1
                self._condition.notify()
                return result
            if len(self._threads) >= self._size:
                return result
            thread = threading.Thread(target=self._serve,
                                      name=f"asyncio_{len(self._threads)}", daemon=True)
            self._threads.append(thread)
        thread.start()
        return result

    def _serve(self):
        while True:
            with self._condition:
                while not self._work:
                    if self._closed:
                        return
                    self._idle += 1
                    self._condition.wait()
                result, function, args = self._work.popleft()
            if result.cancelled():
                continue
            result._state = "RUNNING"
            try:
                value = function(*args)
            except BaseException as error:
                result.set_exception(error)
            else:
                result.set_result(value)
            result = function = args = None

    def shutdown(self, wait=True):
        with self._condition:
            self._closed = True
            self._condition.notify_all()
        if wait:
            for thread in self._threads:
                thread.join()
