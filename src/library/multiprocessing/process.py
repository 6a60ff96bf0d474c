# multiprocessing.process: processes as objects; what a process knows of itself and its children.
import _meada
import itertools
import os
import signal
import sys
import threading

__all__ = ["BaseProcess", "current_process", "active_children", "parent_process"]

_children = set()
_process_counter = itertools.count(1)
_exitcode_to_name = {-member: f"-{member.name}" for member in signal.Signals}


def current_process():
    return _current_process


def active_children():
    for child in list(_children):
        child._popen.poll()
    _cleanup()
    return list(_children)


def parent_process():
    return _parent_process


def _cleanup():
    # Those that have ended are forgotten; which ones live the script is not told.
    states = _meada.process_children()
    lives = {pid for pid, status in zip(states[::2], states[1::2]) if status is None}
    for child in list(_children):
        if child._popen.pid not in lives and child._popen.wait() is not None:
            _children.discard(child)


class BaseProcess:
    def _Popen(self):
        raise NotImplementedError

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, "group argument must be None for now"
        parent = _current_process
        self._identity = (*parent._identity, next(_process_counter))
        self._config = parent._config.copy()
        self._parent_pid, self._parent_name = os.getpid(), parent.name
        self._popen = None
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
            _meada.point_of_call(self._target)
            self._target(*self._args, **self._kwargs)

    def start(self):
        self._check_closed()
        assert self._popen is None, "cannot start a process twice"
        assert self._parent_pid == os.getpid(), \
            "can only start a process object created by current process"
        assert not _current_process._config.get("daemon"), \
            "daemonic processes are not allowed to have children"
        _cleanup()
        self._popen = self._Popen(self)
        self._sentinel = self._popen.sentinel
        del self._target, self._args, self._kwargs
        _children.add(self)

    def terminate(self):
        self._check_closed()
        self._popen.terminate()

    def kill(self):
        self._check_closed()
        self._popen.kill()

    def join(self, timeout=None):
        self._check_closed()
        assert self._parent_pid == os.getpid(), "can only join a child process"
        assert self._popen is not None, "can only join a started process"
        if self._popen.wait(timeout) is not None:
            _children.discard(self)

    def is_alive(self):
        self._check_closed()
        if self is _current_process:
            return True
        assert self._parent_pid == os.getpid(), "can only test a child process"
        if self._popen is None:
            return False
        if self._popen.poll() is None:
            return True
        _children.discard(self)
        return False

    def close(self):
        if self._popen is not None:
            if self._popen.poll() is None:
                raise ValueError("Cannot close a process while it is still running. "
                                 "You should first call join() or terminate().")
            self._popen.close()
            self._popen = None
            del self._sentinel
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
        assert self._popen is None, "process has already started"
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
        return None if self._popen is None else self._popen.poll()

    @property
    def ident(self):
        self._check_closed()
        if self is _current_process:
            return os.getpid()
        return None if self._popen is None else self._popen.pid

    pid = ident

    @property
    def sentinel(self):
        self._check_closed()
        try:
            return self._sentinel
        except AttributeError:
            raise ValueError("process not started") from None

    def __repr__(self):
        exitcode = None
        if self is _current_process:
            status = "started"
        elif self._closed:
            status = "closed"
        elif self._parent_pid != os.getpid():
            status = "unknown"
        elif self._popen is None:
            status = "initial"
        else:
            exitcode = self._popen.poll()
            status = "started" if exitcode is None else "stopped"
        parts = [type(self).__name__, f"name={self._name!r}"]
        if self._popen is not None:
            parts.append(f"pid={self._popen.pid}")
        parts += [f"parent={self._parent_pid}", status]
        if exitcode is not None:
            parts.append(f"exitcode={_exitcode_to_name.get(exitcode, exitcode)}")
        if self.daemon:
            parts.append("daemon")
        return f"<{' '.join(parts)}>"

    def _bootstrap(self):
        # In the new process: its whole life; gives the exit status.
        global _current_process, _parent_process, _process_counter
        from . import context, util
        if self._start_method is not None:
            context._force_start_method(self._start_method)
        _process_counter = itertools.count(1)
        _children.clear()
        import io
        sys.stdin = io.TextIOWrapper(io.BytesIO())
        _parent_process = _ParentProcess(self._parent_name, self._parent_pid)
        _current_process = self
        exitcode = 1
        try:
            util._begin_child()
            util.info("child process calling self.run()")
            try:
                self.run()
                exitcode = 0
            finally:
                util._exit_function()
        except SystemExit as error:
            exitcode = _status_of(error)
        except BaseException as error:
            _meada.event_exception_uncaught(type(error).__name__, _meada.repr_of(error))
            import traceback
            sys.stderr.write(f"Process {self.name}:\n")
            traceback.print_exc()
        finally:
            threading._shutdown()
            util.info("process exiting with exitcode %d", exitcode)
            util._flush_std_streams()
        return exitcode & 0xff


def _status_of(error):
    if error.code is None:
        return 0
    if isinstance(error.code, int):
        return error.code
    sys.stderr.write(f"{error.code}\n")
    return 1


class AuthenticationString(bytes):
    def __reduce__(self):
        from . import context
        if context.get_spawning_popen() is None:
            raise TypeError("Pickling an AuthenticationString object is disallowed for security "
                            "reasons")
        return AuthenticationString, (bytes(self),)


class _ParentProcess(BaseProcess):
    def __init__(self, name, pid):
        self._identity, self._config = (), {}
        self._name, self._pid = name, pid
        self._parent_pid = self._popen = None
        self._closed = False

    def is_alive(self):
        return _meada.process_wait(self._pid, 0) is False

    @property
    def ident(self):
        return self._pid

    pid = ident

    def join(self, timeout=None):
        from . import popen
        popen._wait_for(self._pid, timeout)


class _MainProcess(BaseProcess):
    def __init__(self):
        self._identity = ()
        self._name = "MainProcess"
        self._parent_pid = self._popen = None
        self._closed = False
        # Nobody listens here: a key that is always the same is as good as a random one.
        self._config = {"authkey": AuthenticationString(range(32)), "semprefix": "/mp"}

    def close(self):
        pass


_parent_process = None
_current_process = _MainProcess()
