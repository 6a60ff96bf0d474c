# multiprocessing.popen: how processes are started. A forked one is a copy of the process that
# starts it, made by the machine; a spawned one begins as the program did and is sent a pickle.
import _descriptors
import _meada
import os
import signal
import sys
import threading
from time import monotonic as _now

from . import context, reduction, spawn, util

_OUT = _meada.enum_value("stream", "out")


def _wait_for(pid, timeout):
    # Its exit status; False: it still runs.
    end = None if timeout is None else _now() + timeout
    while (status := _meada.process_wait(pid, timeout)) is ...:
        if end is not None:
            timeout = end - _now()
    return status


class Popen:
    def __init__(self, process):
        self.returncode = None
        self.finalizer = None
        util._call_at_end()
        sys.stdout.flush()
        sys.stderr.flush()
        _meada.event_flushed(_OUT)
        living = _descriptors.new_pipe()
        self.sentinel = _descriptors.new(living, None)
        self._launch(process, living)
        # From now on only the child has the writing end: it is closed when the child ends.
        _meada.pipe_ends(living, 0, -1, os.getpid())

    def poll(self):
        return self.wait(0)

    def wait(self, timeout=None):
        if self.returncode is None:
            status = _wait_for(self.pid, timeout)
            if status is not False and status is not None:
                self.returncode = status
                _meada.process_reap(self.pid)
        return self.returncode

    def _end(self, number):
        if self.returncode is None:
            os.kill(self.pid, number)

    def terminate(self):
        self._end(signal.SIGTERM)

    def kill(self):
        self._end(signal.SIGKILL)

    def close(self):
        _descriptors.close(self.sentinel)


class Forked(Popen):
    method = "fork"

    def _launch(self, process, living):
        os._before_fork()
        try:
            self.pid = os._born(_meada.process_fork(
                _run_forked, (process, threading.current_thread()), process._name))
        finally:
            os._after_fork_in_parent()

    def duplicate_for_child(self, pipe, readers, writers):
        pass


def _run_forked(process, thread):
    status = 1  # as CPython: what threading's end raises here is not told
    try:
        threading._after_fork(thread)
        os._after_fork_in_child()
        status = process._bootstrap()
    finally:
        _meada.ends(True)
        _meada.process_end(os.getpid(), status)


class Spawned(Popen):
    method = "spawn"

    def _launch(self, process, living):
        self._given = [(living, 0, 1)]
        # What the child sends of the script's classes is of its module __mp_main__.
        sys.modules["__mp_main__"] = sys.modules["__main__"]
        context._tls.spawning_popen = self
        try:
            dumps = reduction.ForkingPickler.dumps
            data = dumps(spawn.get_preparation_data(process._name)), dumps(process)
        finally:
            context._tls.spawning_popen = None
        self.pid = os._born(
            _meada.process_spawn("multiprocessing.spawn", data, process._name))
        for pipe, readers, writers in self._given:
            _meada.pipe_ends(pipe, readers, writers, self.pid)

    def duplicate_for_child(self, pipe, readers, writers):
        self._given.append((pipe, readers, writers))


class ForkServed(Spawned):
    method = "forkserver"


classes = {cls.method: cls for cls in (Forked, Spawned, ForkServed)}
