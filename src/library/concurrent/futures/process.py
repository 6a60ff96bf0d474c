# concurrent.futures.process: a pool of processes. One thread of the pool's owner hands out calls,
# takes results and sees workers end; when one ends unexpectedly, the pool is broken.
import itertools
import multiprocessing as mp
import os
import queue
import threading
import weakref
from concurrent.futures import _base
from functools import partial
from multiprocessing.connection import wait
from multiprocessing.queues import Queue

_threads_wakeups = weakref.WeakKeyDictionary()
_global_shutdown = False
_EXTRA_QUEUED_CALLS = 1


def _python_exit():
    global _global_shutdown
    _global_shutdown = True
    items = list(_threads_wakeups.items())
    for _, wakeup in items:
        wakeup.wakeup()
    for thread, _ in items:
        thread.join()


threading._register_atexit(_python_exit)


class _ThreadWakeup:
    def __init__(self):
        self._closed = False
        self._reader, self._writer = mp.Pipe(duplex=False)

    def close(self):
        if not self._closed:
            self._closed = True
            self._writer.close()
            self._reader.close()

    def wakeup(self):
        if not self._closed:
            self._writer.send_bytes(b"")

    def clear(self):
        if not self._closed:
            while self._reader.poll():
                self._reader.recv_bytes()


class _RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class _ExceptionWithTraceback:
    # Pickled as the exception alone, with the text of its traceback as its cause.
    def __init__(self, exc, tb):
        import traceback
        text = "".join(traceback.format_exception(type(exc), exc, tb))
        self.exc = exc
        self.exc.__traceback__ = None
        self.tb = f'\n"""\n{text}"""'

    def __reduce__(self):
        return _rebuild_exc, (self.exc, self.tb)


def _rebuild_exc(exc, tb):
    exc.__cause__ = _RemoteTraceback(tb)
    return exc


class BrokenProcessPool(_base.BrokenExecutor):
    pass


class _CallItem:
    def __init__(self, work_id, fn, args, kwargs):
        self.work_id = work_id
        self.fn, self.args, self.kwargs = fn, args, kwargs


class _SafeQueue(Queue):
    # A call that cannot be pickled fails alone.
    def __init__(self, max_size=0, *, ctx, executor):
        self._executor = weakref.ref(executor)
        super().__init__(max_size, ctx=ctx)

    def _on_queue_feeder_error(self, e, obj):
        executor = self._executor()
        if executor is None or not isinstance(obj, _CallItem):
            return super()._on_queue_feeder_error(e, obj)
        import traceback
        text = "".join(traceback.format_exception(type(e), e, e.__traceback__))
        e.__cause__ = _RemoteTraceback(f'\n"""\n{text}"""')
        future = executor._pending_work_items.pop(obj.work_id, (None,))[0]
        executor._wakeup.wakeup()
        if future is not None:
            future.set_exception(e)


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]


def _process_worker(call_queue, result_queue, initializer, initargs, max_tasks=None):
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            _base.LOGGER.critical("Exception in initializer:", exc_info=True)
            return
    done = 0
    while True:
        call = call_queue.get(block=True)
        if call is None:
            result_queue.put(os.getpid())
            return
        exit_pid = None
        if max_tasks is not None:
            done += 1
            if done >= max_tasks:
                exit_pid = os.getpid()
        try:
            result = call.fn(*call.args, **call.kwargs)
        except BaseException as error:
            failed = _ExceptionWithTraceback(error, error.__traceback__)
            _send(result_queue, call.work_id, None, failed, exit_pid)
        else:
            _send(result_queue, call.work_id, result, None, exit_pid)
        call = result = None
        if exit_pid is not None:
            return


def _send(result_queue, work_id, result, exception, exit_pid):
    try:
        result_queue.put((work_id, result, exception, exit_pid))
    except BaseException as error:
        failed = _ExceptionWithTraceback(error, error.__traceback__)
        result_queue.put((work_id, None, failed, exit_pid))


class _ExecutorManagerThread(threading.Thread):
    def __init__(self, executor):
        self._wakeup = wakeup = executor._wakeup
        self._executor = weakref.ref(executor, lambda _: wakeup.wakeup())
        self._processes = executor._processes
        self._calls, self._results = executor._call_queue, executor._result_queue
        self._work_ids = executor._work_ids
        self._pending = executor._pending_work_items
        super().__init__()

    def run(self):
        while True:
            self._hand_out()
            result, broken, cause = self._wait()
            if broken:
                return self._break(cause)
            if result is not None:
                exited = self._take(result)
                executor = self._executor()
                if executor is not None and not exited:
                    executor._idle_worker_semaphore.release()
                elif executor is not None:
                    executor._replace_worker()
                result = executor = None
            if self._is_shutting_down():
                executor = self._executor()
                if executor is not None:
                    executor._shutdown_thread = True
                    if executor._cancel_pending_futures:
                        self._cancel_all()
                executor = None
                if not self._pending:
                    return self._join_workers()

    def _hand_out(self):
        while not self._calls.full():
            try:
                work_id = self._work_ids.get(block=False)
            except queue.Empty:
                return
            future, fn, args, kwargs = self._pending[work_id]
            if future.set_running_or_notify_cancel():
                self._calls.put(_CallItem(work_id, fn, args, kwargs))
            else:
                del self._pending[work_id]

    def _wait(self):
        # (result or None, whether a worker has ended, why)
        reader, wakeup = self._results._reader, self._wakeup._reader
        sentinels = [process.sentinel for process in list(self._processes.values())]
        ready = wait([reader, wakeup] + sentinels)
        result, broken, cause = None, True, None
        if reader in ready:
            try:
                result = reader.recv()
                broken = False
            except BaseException as error:
                import traceback
                cause = traceback.format_exception(type(error), error, error.__traceback__)
        elif wakeup in ready:
            broken = False
        self._wakeup.clear()
        return result, broken, cause

    def _take(self, result):
        # Whether a worker has ended with it.
        if isinstance(result, int):  # a worker that was asked to end
            process = self._processes.pop(result)
            process.join()
            if not self._processes:
                self._join_workers()
            return False
        work_id, value, exception, exit_pid = result
        entry = self._pending.pop(work_id, None)
        if entry is not None:
            if exception is not None:
                entry[0].set_exception(exception)
            else:
                entry[0].set_result(value)
        if exit_pid is None:
            return False
        self._processes.pop(exit_pid).join()
        return True

    def _is_shutting_down(self):
        executor = self._executor()
        return _global_shutdown or executor is None or executor._shutdown_thread

    def _cancel_all(self):
        left = {}
        for work_id, entry in self._pending.items():
            if not entry[0].cancel():
                left[work_id] = entry
        self._pending.clear()
        self._pending.update(left)
        while True:
            try:
                self._work_ids.get_nowait()
            except queue.Empty:
                break

    def _break(self, cause):
        executor = self._executor()
        if executor is not None:
            executor._broken = ("A child process terminated abruptly, the process pool is not "
                                "usable anymore")
            executor._shutdown_thread = True
        executor = None
        error = BrokenProcessPool("A process in the process pool was terminated abruptly while "
                                  "the future was running or pending.")
        if cause is not None:
            error.__cause__ = _RemoteTraceback(f"\n'''\n{''.join(cause)}'''")
        for future, *_ in self._pending.values():
            try:
                future.set_exception(error)
            except _base.InvalidStateError:
                pass  # it was cancelled
        self._pending.clear()
        for process in self._processes.values():
            process.terminate()
        self._calls._terminate_broken()
        self._join_workers()

    def _join_workers(self):
        left = len([process for process in self._processes.values() if process.is_alive()])
        if not self._calls._closed:
            for _ in range(left):
                self._calls.put(None)
            self._calls.close()
            self._calls.join_thread()
        self._wakeup.close()
        for process in self._processes.values():
            process.join()


class ProcessPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *,
                 max_tasks_per_child=None):
        if max_workers is None:
            max_workers = os.cpu_count() or 1
        elif max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if mp_context is None:
            mp_context = mp.get_context("spawn" if max_tasks_per_child is not None else None)
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError("max_tasks_per_child must be an integer")
            if max_tasks_per_child <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")
            if mp_context.get_start_method(allow_none=False) == "fork":
                raise ValueError("max_tasks_per_child is incompatible with the 'fork' "
                                 "multiprocessing start method; supply a different mp_context.")
        self._max_workers = max_workers
        self._mp_context = mp_context
        self._safe_to_dynamically_spawn_children = \
            mp_context.get_start_method(allow_none=False) != "fork"
        self._initializer, self._initargs = initializer, initargs
        self._max_tasks_per_child = max_tasks_per_child
        self._starting = threading._silent_lock()  # others run while a worker is started
        self._manager_thread = None
        self._processes = {}
        self._shutdown_thread = False
        self._idle_worker_semaphore = threading.Semaphore(0)
        self._broken = False
        self._queue_count = itertools.count()
        self._pending_work_items = {}   # number: (future, function, arguments, named arguments)
        self._cancel_pending_futures = False
        self._wakeup = _ThreadWakeup()
        self._call_queue = _SafeQueue(max_workers + _EXTRA_QUEUED_CALLS, ctx=mp_context,
                                      executor=self)
        self._call_queue._ignore_epipe = True
        self._result_queue = mp_context.SimpleQueue()
        self._work_ids = queue.Queue()

    def submit(self, fn, /, *args, **kwargs):
        if self._broken:
            raise BrokenProcessPool(self._broken)
        if self._shutdown_thread:
            raise RuntimeError("cannot schedule new futures after shutdown")
        if _global_shutdown:
            raise RuntimeError("cannot schedule new futures after interpreter shutdown")
        future = _base.Future()
        number = next(self._queue_count)
        self._pending_work_items[number] = future, fn, args, kwargs
        self._work_ids.put(number)
        self._wakeup.wakeup()
        with self._starting:
            self._start_what_is_missing()
        return future

    def _replace_worker(self):
        # As CPython: one is started where there is no idle one, whether there is work or not.
        with self._starting:
            self._start_if_none_is_idle()

    def _start_if_none_is_idle(self):
        if not self._idle_worker_semaphore.acquire(blocking=False) and \
                len(self._processes) < self._max_workers:
            self._start_worker()

    def _start_what_is_missing(self):
        if self._safe_to_dynamically_spawn_children:
            self._start_if_none_is_idle()
        if self._manager_thread is None:
            # Forked ones are started before there is another thread.
            if not self._safe_to_dynamically_spawn_children:
                for _ in range(self._max_workers):
                    self._start_worker()
            self._manager_thread = _ExecutorManagerThread(self)
            self._manager_thread.start()
            _threads_wakeups[self._manager_thread] = self._wakeup

    def _start_worker(self):
        process = self._mp_context.Process(target=_process_worker, args=(
            self._call_queue, self._result_queue, self._initializer, self._initargs,
            self._max_tasks_per_child))
        process.start()
        self._processes[process.pid] = process

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        results = super().map(partial(_process_chunk, fn), _chunks(iterables, chunksize),
                              timeout=timeout)
        return _chain_and_forget(results)

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._cancel_pending_futures = cancel_futures
        self._shutdown_thread = True
        self._wakeup.wakeup()
        if self._manager_thread is not None and wait:
            self._manager_thread.join()
        self._manager_thread = None


def _chunks(iterables, chunksize):
    it = zip(*iterables)
    while chunk := tuple(itertools.islice(it, chunksize)):
        yield chunk


def _chain_and_forget(results):
    for chunk in results:
        chunk.reverse()
        while chunk:
            yield chunk.pop()
