# _thread: the primitives under threading, over natives in _thread.cpp.
import _meada
import sys as _sys

error = RuntimeError
TIMEOUT_MAX = 9223372036.0

_native_object = _meada.root("native_object")


class lock(_native_object):
    __slots__ = ()
    __new__ = _meada.lock_new
    acquire = acquire_lock = _meada.method(_meada.lock_acquire)
    release = release_lock = _meada.method(_meada.lock_release)
    locked = locked_lock = _meada.method(_meada.lock_locked)
    __enter__ = _meada.method(_meada.lock_enter)
    __exit__ = _meada.method(_meada.lock_exit)

    def __repr__(self):
        state = "locked" if self.locked() else "unlocked"
        return f"<{state} _thread.lock object at {id(self):#x}>"


class RLock(_native_object):
    __slots__ = ()
    __new__ = _meada.rlock_new
    acquire = _meada.method(_meada.lock_acquire)
    release = _meada.method(_meada.lock_release)
    __enter__ = _meada.method(_meada.lock_enter)
    __exit__ = _meada.method(_meada.lock_exit)
    _is_owned = _meada.method(_meada.lock_owned)

    def _release_save(self):
        saved = _meada.lock_owner(self)
        _meada.lock_release_all(self)
        return saved

    def _acquire_restore(self, saved):
        self.acquire()
        _meada.lock_restore(self, saved[1])

    def _recursion_count(self):
        return _meada.lock_owner(self)[1] if self._is_owned() else 0

    def __repr__(self):
        owner, count = _meada.lock_owner(self)
        state = "locked" if count else "unlocked"
        return (f"<{state} {type(self).__module__}.{type(self).__qualname__} object "
                f"owner={owner} count={count} at {id(self):#x}>")


LockType = lock


def allocate_lock():
    return lock()


allocate = allocate_lock
get_ident = _meada.thread_self


def get_native_id():
    return _meada.thread_self()


def _count():
    _meada.thread_asked(0)
    return _meada.thread_count() - 1


def exit():
    raise SystemExit


exit_thread = exit


def interrupt_main(signum=2, /):
    signal = _meada.root("library_modules")["signal"]
    if callable(signal.getsignal(signum)):
        signal._deliver(signum)


_stack_size = 0  # is only remembered


def stack_size(size=0, /):
    global _stack_size
    if size < 0:
        raise ValueError("size must be 0 or a positive value")
    if 0 < size < 32768:
        raise ValueError(f"size not valid: {size} bytes")
    before, _stack_size = _stack_size, size
    return before


def start_new_thread(function, args, kwargs=None, /):
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if kwargs is not None and not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")

    def body():
        try:
            function(*args, **kwargs or {})
        except SystemExit:
            pass
        except BaseException as error:
            _sys.unraisablehook(_sys.UnraisableHookArgs(
                error, function, "Exception ignored in thread started by"))
        _meada.ends(False)

    ident = _meada.thread_new("Dummy", True)
    _meada.thread_begin(ident, body, None)
    return ident


start_new = start_new_thread


class _local:
    # Attributes by thread: kept in a dict of the running thread, by the object's own number.
    def __new__(cls, /, *args, **kw):
        if (args or kw) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_local_number", _meada.serial())
        object.__setattr__(self, "_local_arguments", (args, kw))
        _meada.thread_local()[object.__getattribute__(self, "_local_number")] = {}
        return self

    def __getattribute__(self, name):
        names = _names_of(self)
        if name == "__dict__":
            return names
        if name in names:
            return names[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError(
                f"'{_meada.type_name(self)}' object attribute '__dict__' is read-only")
        _names_of(self)[name] = value

    def __delattr__(self, name):
        if name == "__dict__":
            raise AttributeError(
                f"'{_meada.type_name(self)}' object attribute '__dict__' is read-only")
        names = _names_of(self)
        if name not in names:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        del names[name]


def _names_of(local):
    here = _meada.thread_local()
    number = object.__getattribute__(local, "_local_number")
    if number not in here:
        here[number] = {}
        if type(local).__init__ is not object.__init__:
            args, kw = object.__getattribute__(local, "_local_arguments")
            type(local).__init__(local, *args, **kw)
    return here[number]


class _ExceptHookArgs(_sys._Record):
    _title = "_thread._ExceptHookArgs"
    _names = ("exc_type", "exc_value", "exc_traceback", "thread")

    def __new__(cls, values):
        values = tuple(values)
        if len(values) != 4:
            raise TypeError(f"{cls._title}() takes a 4-sequence ({len(values)}-sequence given)")
        return tuple.__new__(cls, values)


def _excepthook(args, /):
    if args.exc_type is SystemExit:
        return
    name = args.thread.name if args.thread is not None else get_ident()
    _sys.stderr.write(f"Exception in thread {name}:\n")
    _sys.__excepthook__(args.exc_type, args.exc_value, args.exc_traceback)
