# os: what a script can ask of the machine's system. There are no files, so what is about files is
# not here.
import _descriptors
import _meada
import abc
import errno as _errno
import posixpath as path
import random as _random
import sys
from collections.abc import MutableMapping
from posixpath import (altsep, curdir, defpath, devnull, extsep, fspath, pardir, pathsep, sep)
from types import GenericAlias

_meada.root("library_modules")["os.path"] = path
_meada.state()["directory"] = "/home/meada"

name = "posix"
linesep = "\n"
error = OSError
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_NONBLOCK = (
    0, 1, 2, 0o100, 0o200, 0o1000, 0o2000, 0o4000)
EX_OK = 0
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
supports_bytes_environ = True
_JOIN = _meada.enum_value("wait_reason", "join")
_source = None  # of urandom's bytes; made when asked for, as an unseeded generator


class PathLike(abc.ABC):
    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, "__fspath__") if cls is PathLike else NotImplemented

    __class_getitem__ = classmethod(GenericAlias)


_written_in_python = ("fsencode", "fsdecode", "getenv", "get_exec_path", "fdopen", "walk",
                      "makedirs", "removedirs", "renames", "popen", "execl", "execle", "execlp",
                      "execlpe", "execvp", "execvpe", "spawnl", "spawnle", "spawnlp", "spawnlpe",
                      "spawnv", "spawnve", "spawnvp", "spawnvpe")


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


class _Environ(MutableMapping):
    # A mapping of str to str.
    def __init__(self, values):
        self._values = values

    def _checked(self, text):
        if not isinstance(text, str):
            raise TypeError(f"str expected, not {type(text).__name__}")
        return text

    def __getitem__(self, key):
        return self._values[self._checked(key)]

    def __setitem__(self, key, value):
        self._values[self._checked(key)] = self._checked(value)

    def __delitem__(self, key):
        del self._values[self._checked(key)]

    def __iter__(self):
        return iter(list(self._values))

    def __len__(self):
        return len(self._values)

    def __or__(self, other):
        return {**self._values, **other}

    def __ror__(self, other):
        return {**other, **self._values}

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        return f"environ({self._values!r})"

    def copy(self):
        return dict(self._values)


environ = _Environ({"HOME": "/home/meada", "LANG": "C.UTF-8", "LOGNAME": "meada",
                    "PATH": "/usr/local/bin:/usr/bin:/bin", "PWD": "/home/meada",
                    "SHELL": "/bin/sh", "USER": "meada"})


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value, /):
    environ[name] = value


def unsetenv(name, /):
    environ.pop(name, None)


def get_exec_path(env=None):
    return (environ if env is None else env).get("PATH", defpath).split(pathsep)


def getpid():
    return _meada.process_ids()[0]


def getppid():
    return _meada.process_ids()[1]


PRIO_PROCESS, PRIO_PGRP, PRIO_USER = 0, 1, 2


# As on Linux, where threads have priorities of their own: `who` may be a thread's native id.
def getpriority(which, who):
    found = _meada.nice(who) if which == PRIO_PROCESS else None
    if found is None:
        raise ProcessLookupError(_errno.ESRCH, "No such process")
    return found


def setpriority(which, who, priority):
    if which != PRIO_PROCESS or _meada.nice(who, priority) is None:
        raise ProcessLookupError(_errno.ESRCH, "No such process")


def nice(increment, /):
    return _meada.nice(0, _meada.nice(0) + increment)


def getpgid(pid, /):
    return getpid()


def getpgrp():
    return getpid()


def getuid():
    return 1000


geteuid = getgid = getegid = getuid


def getlogin():
    return environ.get("LOGNAME", "meada")


def cpu_count():
    return _meada.core_count()


def sched_getaffinity(pid, /):
    return set(range(_meada.core_count()))


def sched_yield():
    _meada.sleep_ns(0)


def getloadavg():
    return (0.0, 0.0, 0.0)


def getcwd():
    return _meada.state()["directory"]


def getcwdb():
    return getcwd().encode()


def urandom(size, /):
    if not isinstance(size, int):
        raise TypeError(f"'{type(size).__name__}' object cannot be interpreted as an integer")
    if size < 0:
        raise ValueError("negative argument not allowed")
    global _source
    if _source is None:
        _source = _random.Random()
    return _source.randbytes(size)


def getrandom(size, flags=0):
    return urandom(size)


def strerror(code, /):
    if not isinstance(code, int):
        raise TypeError(f"'{type(code).__name__}' object cannot be interpreted as an integer")
    return "Success" if code == 0 else _errno._texts.get(code, f"Unknown error {code}")


def isatty(fd, /):
    return False


def pipe():
    made = _descriptors.new_pipe()
    return _descriptors.new(made, None), _descriptors.new(None, made)


def close(fd):
    _descriptors.close(fd)


def fdopen(fd, *args, **kwargs):
    if not isinstance(fd, int):
        raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")
    return _descriptors.open_file(fd, *args, **kwargs)


def write(fd, data, /):
    if fd not in (1, 2):
        return _descriptors.write(fd, data)
    return (sys.__stdout__ if fd == 1 else sys.__stderr__).buffer.write(data)


def read(fd, length, /):
    if fd != 0:
        return _descriptors.read(fd, length)
    return sys.__stdin__.buffer.read(length)


def _exit(status):
    if not hasattr(type(status), "__index__"):
        raise TypeError(f"'{type(status).__name__}' object cannot be interpreted as an integer")
    _meada.ends(True)
    _meada.exit_now(int(status))


WNOHANG = 1


def _born(pid):
    # None: as many processes as the machine has room for live already.
    if pid is None:
        raise BlockingIOError(_errno.EAGAIN, strerror(_errno.EAGAIN))
    return pid


def fork():
    threading = _meada.root("library_modules")["threading"]
    thread = threading.current_thread()
    _before_fork()
    try:
        pid = _born(_meada.process_twin())
    except BaseException:
        _after_fork_in_parent()
        raise
    if pid == 0:
        threading._after_fork(thread)
        _after_fork_in_child()
    else:
        _after_fork_in_parent()
    return pid


def wait():
    return waitpid(-1, 0)


def waitpid(pid, options, /):
    while True:
        children = _meada.process_children()
        children = dict(zip(children[::2], children[1::2]))
        if pid <= 0 or options & WNOHANG:  # which has ended first, or whether it has
            for child in children:
                _meada.process_wait(child, 0)
        if not children or pid > 0 and pid not in children:
            raise ChildProcessError(_errno.ECHILD, strerror(_errno.ECHILD))
        for child, status in children.items():
            if status is not None and pid in (child, 0, -1):
                _meada.process_reap(child)
                return child, -status if status < 0 else status << 8
        if options & WNOHANG:
            return 0, 0
        _meada.pipes_wait(None, _JOIN)


def WIFEXITED(status):
    return status & 0x7f == 0


def WEXITSTATUS(status):
    return status >> 8 & 0xff


def WIFSIGNALED(status):
    return 0 < status & 0x7f < 0x7f


def WTERMSIG(status):
    return status & 0x7f


def waitstatus_to_exitcode(status):
    return -WTERMSIG(status) if WIFSIGNALED(status) else WEXITSTATUS(status)


def abort():
    _meada.exit_now(134)


def kill(pid, signal, /):
    module = _meada.root("library_modules")["signal"]
    if pid == getpid():
        if signal:
            module._deliver(module._checked(signal), True)
        return
    ended = _meada.process_wait(pid, 0)
    if ended is None:
        raise ProcessLookupError(_errno.ESRCH, strerror(_errno.ESRCH))
    if signal and ended is False:
        module._tell(pid, module._checked(signal))


def times():
    work = _meada.work_ns() // 10_000_000 / 100
    return times_result((work, 0.0, 0.0, 0.0, _meada.now_ns() // 10_000_000 / 100))


def uname():
    return uname_result(("Linux", "meada", "6.1.0", "#1 SMP", "x86_64"))


def get_terminal_size(fd=1, /):
    raise OSError(_errno.ENOTTY, strerror(_errno.ENOTTY))


# --- files: none is there ---

def _about_file(name):
    def function(path, *args, **kwargs):
        path = fspath(path) if not isinstance(path, int) else path
        if isinstance(path, int) or _path_exists(path):
            raise NotImplementedError(f"os.{name}: this machine has no file system")
        raise FileNotFoundError(_errno.ENOENT, strerror(_errno.ENOENT), path)
    function.__name__ = function.__qualname__ = name
    return function


def _not_modelled(name, what):
    def function(*args, **kwargs):
        raise NotImplementedError(f"os.{name}: this machine has no {what}")
    function.__name__ = function.__qualname__ = name
    return function


_path_exists = path.exists
_names = _meada.root("library_modules")["os"].__dict__
for _name in ("stat lstat remove unlink rmdir removedirs chmod chown lchown utime readlink "
              "truncate chdir chroot statvfs getxattr listxattr pathconf rename renames replace "
              "link").split():
    _names[_name] = _about_file(_name)
for _name in "open mkdir makedirs mkfifo symlink".split():
    _names[_name] = _not_modelled(_name, "file system")
for _name in ("system popen execv execve execvp execvpe execl execle execlp execlpe spawnl spawnle "
              "spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe posix_spawn").split():
    _names[_name] = _not_modelled(_name, "other programs")
del _name


def listdir(path=None):
    return _listed("listdir", "." if path is None else path)


def scandir(path=None):
    return _listed("scandir", "." if path is None else path)


def _listed(name, path):
    return _about_file(name)(path)


def walk(top, topdown=True, onerror=None, followlinks=False):
    try:
        _listed("walk", top)
    except FileNotFoundError as error:
        if onerror is not None:
            onerror(error)
    return
    yield


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    return _path_exists(path)


def umask(mask, /):
    state = _meada.state()
    old, state["umask"] = state.get("umask", 0o22), mask & 0o777
    return old


class terminal_size(sys._Record):
    _title = "os.terminal_size"
    _names = ("columns", "lines")


class uname_result(sys._Record):
    _title = "posix.uname_result"
    _names = ("sysname", "nodename", "release", "version", "machine")


class times_result(sys._Record):
    _title = "posix.times_result"
    _names = ("user", "system", "children_user", "children_system", "elapsed")


_at_fork = []  # (before, after_in_child, after_in_parent): functions or None


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    calls = before, after_in_child, after_in_parent
    if calls == (None, None, None):
        raise TypeError("At least one argument is required.")
    for name, call in zip(("before", "after_in_child", "after_in_parent"), calls):
        if call is not None and not callable(call):
            raise TypeError(f"'{name}' must be callable, not {type(call).__name__}")
    _at_fork.append(calls)


def _before_fork():
    for before, _, _ in reversed(_at_fork):
        if before:
            before()


def _after_fork_in_parent():
    for _, _, after in _at_fork:
        if after:
            after()


def _after_fork_in_child():
    # Copies of generators of random numbers would all give the same ones.
    global _source
    _source = None
    _random.seed()
    _descriptors.take_over()
    for _, after, _ in _at_fork:
        if after:
            after()
