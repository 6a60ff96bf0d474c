# What the tests of asyncio share: a loop whose time the test itself moves on, mocks that are equal
# to more than themselves.
import contextlib
import inspect
import logging
import re
import sys
import time
import unittest
from unittest import mock

import asyncio
from asyncio import base_events, events
from asyncio.log import logger
from test import support

CLOCK_RES = 0.050


def run_briefly(loop):
    async def nothing():
        pass

    coroutine = nothing()
    task = loop.create_task(coroutine)
    task._log_destroy_pending = False
    try:
        loop.run_until_complete(task)
    finally:
        coroutine.close()


def run_once(loop):
    loop.call_soon(loop.stop)
    loop.run_forever()


def run_until(loop, condition, timeout=support.SHORT_TIMEOUT):
    end = time.monotonic() + timeout
    while not condition():
        if time.monotonic() >= end:
            raise asyncio.TimeoutError()
        loop.run_until_complete(asyncio.sleep(0.001))


# Its clock stands still. After each iteration the generator hears of every timer that was set, and
# says by how much time moves on.
class TestLoop(base_events.BaseEventLoop):
    def __init__(self, times=None):
        super().__init__()
        self._moved = times is not None
        self._times = (times or self._no_times)()
        next(self._times)
        self._time = 0
        self._timers = []

    @staticmethod
    def _no_times():
        yield

    def time(self):
        return self._time

    def advance_time(self, by):
        if by:
            self._time += by

    def call_at(self, when, callback, *args, context=None):
        self._timers.append(when)
        return super().call_at(when, callback, *args, context=context)

    def _run_once(self):
        super()._run_once()
        for when in self._timers:
            self.advance_time(self._times.send(when))
        self._timers = []

    def close(self):
        super().close()
        if self._moved:
            try:
                self._times.send(0)
            except StopIteration:
                return
            raise AssertionError("the generator of times is not at its end")


def MockCallback(**named):
    return mock.Mock(spec=["__call__"], **named)


class MockPattern(str):
    def __eq__(self, other):
        return re.search(str(self), other, re.S) is not None

    __hash__ = str.__hash__


class MockInstanceOf:
    def __init__(self, type):
        self._type = type

    def __eq__(self, other):
        return isinstance(other, self._type)

    __hash__ = None


# File and line of a function, behind its wrappers.
def get_function_source(function):
    code = inspect.unwrap(function).__code__
    return code.co_filename, code.co_firstlineno


class TestCase(unittest.TestCase):
    @staticmethod
    def close_loop(loop):
        executor = loop._default_executor
        if executor is not None:
            if loop.is_closed():
                executor.shutdown(wait=True)
            else:
                loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()

    def set_event_loop(self, loop, *, cleanup=True):
        if loop is None:
            raise AssertionError("no loop")
        events.set_event_loop(None)
        if cleanup:
            self.addCleanup(self.close_loop, loop)

    def new_test_loop(self, times=None):
        loop = TestLoop(times)
        self.set_event_loop(loop)
        return loop

    def tearDown(self):
        events.set_event_loop(None)
        self.assertEqual(sys.exc_info(), (None, None, None))
        self.doCleanups()


@contextlib.contextmanager
def disable_logger():
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)


async def await_without_task(coroutine):
    errors = []

    def drive():
        try:
            for _ in coroutine.__await__():
                pass
        except BaseException as error:
            errors.append(error)

    asyncio.get_running_loop().call_soon(drive)
    await asyncio.sleep(0)
    if errors:
        raise errors[0]
