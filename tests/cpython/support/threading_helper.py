# Threads of tests.
import contextlib
import functools
import threading
import time
import unittest

can_start_thread = True


def threading_setup():
    return threading.active_count(), ()


def threading_cleanup(*_):
    pass


def reap_threads(function):
    @functools.wraps(function)
    def decorated(*args):
        return function(*args)
    return decorated


@contextlib.contextmanager
def wait_threads_exit(timeout=None):
    yield


def join_thread(thread, timeout=None):
    thread.join(timeout or 30)
    if thread.is_alive():
        raise AssertionError(f"failed to join the thread in {timeout} seconds")


@contextlib.contextmanager
def start_threads(threads, unlock=None):
    threads = list(threads)
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        if unlock:
            unlock()
        for thread in threads:
            thread.join(60)


class catch_threading_exception:
    def __enter__(self):
        self.exc_type = self.exc_value = self.exc_traceback = self.thread = None
        self._kept = threading.excepthook
        threading.excepthook = self._hook
        return self

    def _hook(self, args):
        self.exc_type, self.exc_value = args.exc_type, args.exc_value
        self.exc_traceback, self.thread = args.exc_traceback, args.thread

    def __exit__(self, *error):
        threading.excepthook = self._kept
        self.exc_type = self.exc_value = self.exc_traceback = self.thread = None


def requires_working_threading(*, module=False):
    if module:
        return None
    return lambda test: test
