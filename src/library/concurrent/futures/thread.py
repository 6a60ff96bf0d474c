# concurrent.futures.thread: a pool of threads. A thread is started when there is work and none is
# idle; it ends when the pool is shut down, when nobody has the pool any more, or with the program.
import _meada
import itertools
import os
import queue
import threading
import weakref
from concurrent.futures import _base

_queues = {}  # of the threads that may still run
_is_over = False
# Held while a thread is started, as then others run: whoever submits waits for that.
_starting = threading._silent_lock()


def _python_exit():
    global _is_over
    with _starting:
        _is_over = True
    for work in list(_queues.values()):
        work.put(None)
    for thread in list(_queues):
        thread.join()


threading._register_atexit(_python_exit)
os.register_at_fork(before=_starting.acquire, after_in_child=_starting.release,
                    after_in_parent=_starting.release)


class BrokenThreadPool(_base.BrokenExecutor):
    pass


def _run(future, fn, args, kwargs):
    _meada.point(future)
    if not future.set_running_or_notify_cancel():
        return
    _meada.point_of_call(fn)
    try:
        result = fn(*args, **kwargs)
    except BaseException as error:
        future.set_exception(error)
        future = None  # the error's traceback has this frame
    else:
        future.set_result(result)


def _worker(pool, work, initializer, initargs):
    # pool: a weak reference.
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            _base.LOGGER.critical("Exception in initializer:", exc_info=True)
            executor = pool()
            if executor is not None:
                executor._initializer_failed()
            return
    try:
        while True:
            _meada.point(work)
            item = work.get()
            if item is not None:
                _run(*item)
                item = None
                _meada.point(work)
                executor = pool()
                if executor is not None:
                    executor._idle += 1
            else:
                executor = pool()
                if _is_over or executor is None or executor._shutdown:
                    if executor is not None:
                        executor._shutdown = True
                    work.put(None)  # for the next thread
                    return
            executor = None
    except BaseException:
        _base.LOGGER.critical("Exception in worker", exc_info=True)


class ThreadPoolExecutor(_base.Executor):
    _counter = itertools.count().__next__

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, (os.cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._thread_name_prefix = (thread_name_prefix or
                                    f"ThreadPoolExecutor-{ThreadPoolExecutor._counter()}")
        self._initializer, self._initargs = initializer, initargs
        self._work_queue = queue.SimpleQueue()
        self._idle = 0
        self._threads = set()
        self._broken = self._shutdown = False

    def submit(self, fn, /, *args, **kwargs):
        with _starting:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _is_over:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = _base.Future()
            _meada.touch(self._work_queue, True)
            self._work_queue.put((future, fn, args, kwargs))
            self._adjust_thread_count()
            return future

    def _adjust_thread_count(self):
        if self._idle > 0:
            self._idle -= 1
            return
        count = len(self._threads)
        if count >= self._max_workers:
            return
        work = self._work_queue
        pool = weakref.ref(self, lambda _: work.put(None))
        thread = threading.Thread(
            name=f"{self._thread_name_prefix}_{count}", target=_worker,
            args=(pool, work, self._initializer, self._initargs))
        thread.start()
        self._threads.add(thread)
        _queues[thread] = work

    def _initializer_failed(self):
        with _starting:
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
        for future, *_ in self._left():
            future.set_exception(BrokenThreadPool(self._broken))

    def _left(self):
        # What nobody has begun.
        items = []
        _meada.touch(self._work_queue, True)
        while not self._work_queue.empty():
            item = self._work_queue.get_nowait()
            if item is not None:
                items.append(item)
        return items

    def shutdown(self, wait=True, *, cancel_futures=False):
        with _starting:
            self._shutdown = True
        if cancel_futures:
            for future, *_ in self._left():
                future.cancel()
        _meada.touch(self._work_queue, True)
        self._work_queue.put(None)  # wakes one of the threads, which wakes the next
        if wait:
            for thread in self._threads:
                thread.join()
