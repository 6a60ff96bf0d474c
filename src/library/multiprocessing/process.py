# Processes of the simulated computer: starting them, waiting for them, what they know of
# themselves. A forked one is a copy of the process that starts it, made by the machine
# (process_fork); a spawned one begins as the program did and is sent what it needs.
import itertools as _itertools
import os
import signal as _signal
import sys
import threading as _threading

import _meada

_children = set()
_counter = _itertools.count(1)
_signal_names = {-member: f"-{member.name}" for member in _signal.Signals}


class BaseProcess:
    _start_method = None

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, "group argument must be None for now"
        parent = _current_process
        self._identity = (*parent._identity, next(_counter))
        self._config = parent._config.copy()
        self._parent_pid, self._parent_name = os.getpid(), parent.name
        self._pid = self._exitcode = None
        self._closed = False
        self._target, self._args, self._kwargs = target, tuple(args), dict(kwargs)
        self._name = name or (type(self).__name__ + "-"
                              + ":".join(str(number) for number in self._identity))
        if daemon is not None:
            self.daemon = daemon

    def _check_closed(self):
        if self._closed:
            raise ValueError("process object is closed")

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        self._check_closed()
        assert self._pid is None, "cannot start a process twice"
        assert self._parent_pid == os.getpid(), \
            "can only start a process object created by current process"
        assert not _current_process._config.get("daemon"), \
            "daemonic processes are not allowed to have children"
        _reap_ended()
        self._pid = self._launch()
        del self._target, self._args, self._kwargs
        _children.add(self)

    def _launch(self):
        sys.stdout.flush()
        sys.stderr.flush()
        return _meada.process_fork(_run_forked, (self, _threading.current_thread()),
                                   self._name)

    def terminate(self):
        self._check_closed()
        self._end(_signal.SIGTERM)

    def kill(self):
        self._check_closed()
        self._end(_signal.SIGKILL)

    def _end(self, number):
        if self._poll(0) is None:
            _meada.process_end(self._pid, -number)

    # The exit status, once it is there.
    def _poll(self, timeout):
        if self._exitcode is None and self._pid is not None:
            until = None if timeout is None else _meada.now_ns() / 1e9 + timeout
            status = ...
            while status is ...:
                status = _meada.process_wait(self._pid, timeout)
                if timeout is not None:
                    timeout = until - _meada.now_ns() / 1e9
            if status is not False and status is not None:
                self._exitcode = status
                _meada.process_reap(self._pid)
        return self._exitcode

    def join(self, timeout=None):
        self._check_closed()
        assert self._parent_pid == os.getpid(), "can only join a child process"
        assert self._pid is not None, "can only join a started process"
        if self._poll(timeout) is not None:
            _children.discard(self)

    def is_alive(self):
        self._check_closed()
        if self is _current_process:
            return True
        assert self._parent_pid == os.getpid(), "can only test a child process"
        if self._pid is None:
            return False
        if self._poll(0) is None:
            return True
        _children.discard(self)
        return False

    def close(self):
        if self._pid is not None and not self._closed:
            if self._poll(0) is None:
                raise ValueError("Cannot close a process while it is still running. "
                                 "You should first call join() or terminate().")
            _children.discard(self)
        self._closed = True

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), "name must be a string"
        self._name = name

    @property
    def daemon(self):
        return self._config.get("daemon", False)

    @daemon.setter
    def daemon(self, daemonic):
        assert self._pid is None, "process has already started"
        self._config["daemon"] = daemonic

    @property
    def authkey(self):
        return self._config["authkey"]

    @authkey.setter
    def authkey(self, authkey):
        self._config["authkey"] = AuthenticationString(authkey)

    @property
    def exitcode(self):
        self._check_closed()
        return None if self._pid is None else self._poll(0)

    @property
    def ident(self):
        self._check_closed()
        return os.getpid() if self is _current_process else self._pid

    pid = ident

    def __repr__(self):
        exitcode = None
        if self is _current_process:
            status = "started"
        elif self._closed:
            status = "closed"
        elif self._parent_pid != os.getpid():
            status = "unknown"
        elif self._pid is None:
            status = "initial"
        else:
            exitcode = self._poll(0)
            status = "started" if exitcode is None else "stopped"
        parts = [type(self).__name__, f"name={self._name!r}"]
        if self._pid is not None:
            parts.append(f"pid={self._pid}")
        parts += [f"parent={self._parent_pid}", status]
        if exitcode is not None:
            parts.append(f"exitcode={_signal_names.get(exitcode, exitcode)}")
        if self.daemon:
            parts.append("daemon")
        return f"<{' '.join(parts)}>"

    # In the new process: its whole life; gives the exit status.
    def _bootstrap(self):
        global _current_process, _parent_process, _counter
        _parent_process = _ParentProcess(self._parent_name, self._parent_pid)
        _current_process = self
        _counter = _itertools.count(1)
        _children.clear()
        try:
            self.run()
            status = 0
        except SystemExit as error:
            status = _status_of(error)
        except BaseException:
            status = 1
            import traceback
            sys.stderr.write(f"Process {self.name}:\n")
            traceback.print_exc()
        finally:
            _threading._shutdown()
            _end_children()
            sys.stdout.flush()
            sys.stderr.flush()
        return status


def _status_of(error):
    if error.code is None:
        return 0
    if isinstance(error.code, int):
        return error.code
    sys.stderr.write(f"{error.code}\n")
    return 1


def _run_forked(process, thread):
    _threading._after_fork(thread)
    _meada.process_end(os.getpid(), process._bootstrap() & 0xff)


def _reap_ended():
    for process in list(_children):
        if process._poll(0) is not None:
            _children.discard(process)


# At the end of a process: its daemons are terminated, for the others it waits.
def _end_children():
    for process in active_children():
        if process.daemon:
            process._end(_signal.SIGTERM)
    for process in active_children():
        process.join()


class AuthenticationString(bytes):
    def __reduce__(self):
        raise TypeError("Pickling an AuthenticationString object is disallowed for security "
                        "reasons")


class _MainProcess(BaseProcess):
    def __init__(self):
        self._identity = ()
        self._name = "MainProcess"
        self._parent_pid = self._pid = self._exitcode = None
        self._closed = False
        self._config = {"authkey": AuthenticationString(os.urandom(32)), "semprefix": "/mp"}

    def close(self):
        pass


class _ParentProcess(BaseProcess):
    def __init__(self, name, pid):
        self._identity, self._config = (), {}
        self._name, self._pid, self._parent_pid = name, pid, None
        self._exitcode, self._closed = None, False

    def is_alive(self):
        return _meada.process_wait(self._pid, 0) is False

    @property
    def ident(self):
        return self._pid

    pid = ident

    def join(self, timeout=None):
        self._poll(timeout)


def current_process():
    return _current_process


def parent_process():
    return _parent_process


def active_children():
    _reap_ended()
    return list(_children)


_parent_process = None
_current_process = _MainProcess()
