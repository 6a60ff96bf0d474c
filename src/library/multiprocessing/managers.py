# multiprocessing.managers: objects that live in a server process, and proxies for them in others.
# Each thread that uses a proxy has a connection of its own, and the server a thread for it.
import array
import itertools
import queue
import sys
import threading
from types import GenericAlias

from . import AuthenticationError, ProcessError, get_context  # noqa: F401
from . import pool, process, shared_memory, util  # noqa: F401
from .connection import Client, Listener

__all__ = ["BaseManager", "SyncManager", "BaseProxy", "Token", "SharedMemoryManager"]

_views = type({}.keys()), type({}.values()), type({}.items())


class Token:
    def __init__(self, typeid, address, id):
        self.typeid, self.address, self.id = typeid, address, id

    def __repr__(self):
        return (f"{type(self).__name__}(typeid={self.typeid!r}, address={self.address!r}, "
                f"id={self.id!r})")


class RemoteError(Exception):
    def __str__(self):
        return "\n" + "-" * 75 + "\n" + str(self.args[0]) + "-" * 75


def _outcome_of(kind, result):
    if kind == "#ERROR":
        raise result
    if kind == "#UNSERIALIZABLE":
        raise RemoteError(f"Unserializable message: {result}\n")
    if kind == "#TRACEBACK":
        raise RemoteError(result)
    return result


def all_methods(obj):
    return [name for name in dir(obj) if callable(getattr(obj, name))]


def public_methods(obj):
    return [name for name in all_methods(obj) if name[0] != "_"]


class Server:
    def __init__(self, registry, address, authkey):
        self.registry, self.authkey = registry, authkey
        self.listener = Listener(address, authkey=authkey)
        self.address = self.listener.address
        self.objects = {}   # by number: (object, names that may be called, method: type of result)
        self.numbers = itertools.count(1)
        self.stop_event = threading.Event()

    def serve_forever(self):
        process.current_process()._manager_server = self
        accepter = threading.Thread(target=self._accept, daemon=True)
        accepter.start()
        self.stop_event.wait()
        sys.exit(0)

    def _accept(self):
        while True:
            try:
                connection = self.listener.accept()
            except (OSError, AuthenticationError, EOFError):
                continue
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection):
        while True:
            try:
                ident, name, args, kwds = connection.recv()
            except EOFError:
                return
            try:
                message = "#RETURN", self._call(ident, name, args, kwds)
            except Exception as error:
                message = "#ERROR", error
            try:
                connection.send(message)
            except BrokenPipeError:
                return
            except Exception:
                connection.send(("#UNSERIALIZABLE", repr(message)))
            if ident is None and name == "shutdown":
                self.stop_event.set()

    def _call(self, ident, name, args, kwds):
        if ident is None:
            return getattr(self, name)(*args, **kwds)
        obj, exposed, result_types = self.objects[ident]
        if name in exposed:
            result = getattr(obj, name)(*args, **kwds)
            typeid = result_types and result_types.get(name)
            if typeid:
                return _Proxied(typeid, *self.create(typeid, result))
            return list(result) if isinstance(result, _views) else result
        if name == "#GETVALUE":
            return obj
        if name in ("__str__", "__repr__"):
            return str(obj) if name == "__str__" else repr(obj)
        raise AttributeError(f"method {name!r} of {type(obj)!r} object is not in "
                             f"exposed={exposed!r}")

    # What a manager asks for: ident is None.

    def create(self, typeid, /, *args, **kwds):
        make, exposed, result_types, _ = self.registry[typeid]
        if make is None:
            obj, = args
        else:
            obj = make(*args, **kwds)
        if exposed is None:
            exposed = public_methods(obj)
        number = f"{next(self.numbers):x}"
        self.objects[number] = obj, tuple(exposed), result_types
        return Token(typeid, self.address, number), tuple(exposed)

    def number_of_objects(self):
        return len(self.objects)

    def debug_info(self):
        return "\n".join(f"  {number}: {str(obj)[:75]}"
                         for number, (obj, *_) in self.objects.items())

    def dummy(self):
        pass

    def shutdown(self):
        pass


class _Proxied:
    # A result that stays in the server.
    def __init__(self, typeid, token, exposed):
        self.typeid, self.token, self.exposed = typeid, token, exposed


_connections = {}   # (address, thread): connection


def _ask(address, authkey, ident, name, args=(), kwds={}):
    key = address, threading.get_ident()
    connection = _connections.get(key)
    if connection is None:
        connection = _connections[key] = Client(address, authkey=authkey)
    connection.send((ident, name, args, kwds))
    return _outcome_of(*connection.recv())


class BaseManager:
    _registry = {}

    def __init__(self, address=None, authkey=None, serializer="pickle", ctx=None, *,
                 shutdown_timeout=1.0):
        self._address = address
        # Connections are proven with a key only where the script has set one.
        self._authkey = authkey
        self._ctx = ctx or get_context()
        self._state = "initial"
        self._process = None

    def get_server(self):
        self._check_initial("server")
        return Server(self._registry, self._address, self._authkey)

    def _check_initial(self, what="server"):
        if self._state == "started":
            raise ProcessError(f"Already started {what}")
        if self._state == "shutdown":
            raise ProcessError("Manager has shut down")
        assert self._state == "initial"

    def connect(self):
        _ask(self._address, self._authkey, None, "dummy")
        self._state = "started"

    def start(self, initializer=None, initargs=()):
        self._check_initial()
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        reader, writer = self._ctx.Pipe(duplex=False)
        self._process = self._ctx.Process(
            target=type(self)._run_server,
            args=(self._registry, self._address, self._authkey, writer, initializer, initargs))
        ident = ":".join(str(number) for number in self._process._identity)
        self._process.name = f"{type(self).__name__}-{ident}"
        self._process.start()
        writer.close()
        self._address = reader.recv()
        reader.close()
        self._state = "started"
        self.shutdown = util.Finalize(self, type(self)._finalize_manager,
                                      args=(self._process, self._address, self._authkey),
                                      exitpriority=0)

    @classmethod
    def _run_server(cls, registry, address, authkey, writer, initializer, initargs):
        import signal
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if initializer is not None:
            initializer(*initargs)
        server = Server(registry, address, authkey)
        writer.send(server.address)
        writer.close()
        server.serve_forever()

    @staticmethod
    def _finalize_manager(server, address, authkey):
        if server.is_alive():
            try:
                _ask(address, authkey, None, "shutdown")
            except Exception:
                pass
            server.join(1.0)
            if server.is_alive():
                server.terminate()
                server.join()

    def _create(self, typeid, /, *args, **kwds):
        assert self._state == "started", "server not yet started"
        return _ask(self._address, self._authkey, None, "create", (typeid,) + args, kwds)

    def join(self, timeout=None):
        if self._process is not None:
            self._process.join(timeout)

    def _debug_info(self):
        return _ask(self._address, self._authkey, None, "debug_info")

    def _number_of_objects(self):
        return _ask(self._address, self._authkey, None, "number_of_objects")

    def __enter__(self):
        if self._state == "initial":
            self.start()
        assert self._state == "started"
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown()

    @property
    def address(self):
        return self._address

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None,
                 method_to_typeid=None, create_method=True):
        if "_registry" not in cls.__dict__:
            cls._registry = cls._registry.copy()
        if proxytype is None:
            proxytype = AutoProxy
        exposed = exposed or getattr(proxytype, "_exposed_", None)
        method_to_typeid = method_to_typeid or getattr(proxytype, "_method_to_typeid_", None)
        cls._registry[typeid] = callable, exposed, method_to_typeid, proxytype
        if create_method:
            def temp(self, /, *args, **kwds):
                token, exposed = self._create(typeid, *args, **kwds)
                return proxytype(token, "pickle", manager=self, authkey=self._authkey,
                                 exposed=exposed)
            temp.__name__ = typeid
            setattr(cls, typeid, temp)


class SharedMemoryManager(BaseManager):
    # What it makes in shared memory lives until it ends.
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._names = []

    def start(self, initializer=None, initargs=()):
        super().start(initializer, initargs)
        end_server = self.shutdown

        def shutdown():
            while self._names:
                try:
                    shared_memory.SharedMemory(self._names.pop()).unlink()
                except FileNotFoundError:
                    pass
            end_server()

        self.shutdown = shutdown

    def _kept(self, made, name):
        self._names.append(name)
        return made

    def SharedMemory(self, size):
        made = shared_memory.SharedMemory(create=True, size=size)
        return self._kept(made, made.name)

    def ShareableList(self, sequence):
        made = shared_memory.ShareableList(sequence)
        return self._kept(made, made.shm.name)


class BaseProxy:
    def __init__(self, token, serializer, manager=None, authkey=None, exposed=None, incref=True,
                 manager_owned=False):
        self._token = token
        self._id = token.id
        self._manager = manager
        self._authkey = authkey

    def _callmethod(self, methodname, args=(), kwds={}):
        result = _ask(self._token.address, self._authkey, self._id, methodname, args, kwds)
        if isinstance(result, _Proxied):
            registry = self._manager._registry if self._manager else SyncManager._registry
            return registry[result.typeid][-1](result.token, "pickle", manager=self._manager,
                                               authkey=self._authkey, exposed=result.exposed)
        return result

    def _getvalue(self):
        return self._callmethod("#GETVALUE")

    def __reduce__(self):
        kwds = {"authkey": self._authkey}
        if getattr(self, "_isauto", False):
            kwds["exposed"] = self._exposed_
            return RebuildProxy, (AutoProxy, self._token, "pickle", kwds)
        return RebuildProxy, (type(self), self._token, "pickle", kwds)

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        return (f"<{type(self).__name__} object, typeid {self._token.typeid!r} at "
                f"{id(self):#x}>")

    def __str__(self):
        try:
            return self._callmethod("__repr__")
        except Exception:
            return repr(self)[:-1] + "; '__str__()' failed>"


def RebuildProxy(func, token, serializer, kwds):
    return func(token, serializer, **kwds)


def _method(name):
    def method(self, /, *args, **kwds):
        return self._callmethod(name, args, kwds)
    method.__name__ = name
    return method


def MakeProxyType(name, exposed, _cache={}):
    exposed = tuple(exposed)
    made = _cache.get((name, exposed))
    if made is None:
        names = {method: _method(method) for method in exposed}
        made = _cache[name, exposed] = type(name, (BaseProxy,), names)
        made._exposed_ = exposed
        made.__module__ = __name__
    return made


def AutoProxy(token, serializer, manager=None, authkey=None, exposed=None, incref=True,
              manager_owned=False):
    proxy = MakeProxyType(f"AutoProxy[{token.typeid}]", exposed)(
        token, serializer, manager=manager, authkey=authkey)
    proxy._isauto = True
    return proxy


class Namespace:
    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        shown = sorted(f"{name}={value!r}" for name, value in self.__dict__.items()
                       if not name.startswith("_"))
        return f"{type(self).__name__}({', '.join(shown)})"


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode, self._value = typecode, value

    def get(self):
        return self._value

    def set(self, value):
        self._value = value

    value = property(get, set)

    def __repr__(self):
        return f"{type(self).__name__}({self._typecode!r}, {self._value!r})"


def Array(typecode, sequence, lock=True):
    return array.array(typecode, sequence)


class IteratorProxy(BaseProxy):
    _exposed_ = "__next__", "send", "throw", "close"

    def __iter__(self):
        return self

    __next__, send, throw, close = map(_method, _exposed_)


class AcquirerProxy(BaseProxy):
    _exposed_ = "acquire", "release"

    def acquire(self, blocking=True, timeout=None):
        args = (blocking,) if timeout is None else (blocking, timeout)
        return self._callmethod("acquire", args)

    release = _method("release")

    def __enter__(self):
        return self._callmethod("acquire")

    def __exit__(self, exc_type, exc_val, exc_tb):
        return self._callmethod("release")


class ConditionProxy(AcquirerProxy):
    _exposed_ = "acquire", "release", "wait", "notify", "notify_all"
    wait, notify, notify_all = map(_method, _exposed_[2:])

    def wait_for(self, predicate, timeout=None):
        from time import monotonic
        result = predicate()
        end = None if timeout is None else monotonic() + timeout
        while not result:
            left = None if end is None else end - monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result


class EventProxy(BaseProxy):
    _exposed_ = "is_set", "set", "clear", "wait"
    is_set, set, clear, wait = map(_method, _exposed_)


class BarrierProxy(BaseProxy):
    _exposed_ = "__getattribute__", "wait", "abort", "reset"
    wait, abort, reset = map(_method, _exposed_[1:])
    parties, n_waiting, broken = (
        property(lambda self, name=name: self._callmethod("__getattribute__", (name,)))
        for name in ("parties", "n_waiting", "broken"))


class NamespaceProxy(BaseProxy):
    _exposed_ = "__getattribute__", "__setattr__", "__delattr__"

    def __getattr__(self, key):
        if key[0] == "_":
            return object.__getattribute__(self, key)
        return self._callmethod("__getattribute__", (key,))

    def __setattr__(self, key, value):
        if key[0] == "_":
            return object.__setattr__(self, key, value)
        return self._callmethod("__setattr__", (key, value))

    def __delattr__(self, key):
        if key[0] == "_":
            return object.__delattr__(self, key)
        return self._callmethod("__delattr__", (key,))


class ValueProxy(BaseProxy):
    _exposed_ = "get", "set"
    get, set = map(_method, _exposed_)
    value = property(get, set)
    __class_getitem__ = classmethod(GenericAlias)


BaseListProxy = MakeProxyType("BaseListProxy", (
    "__add__", "__contains__", "__delitem__", "__getitem__", "__len__", "__mul__",
    "__reversed__", "__rmul__", "__setitem__", "append", "count", "extend", "index", "insert",
    "pop", "remove", "reverse", "sort", "__imul__"))


class ListProxy(BaseListProxy):
    def __iadd__(self, value):
        self._callmethod("extend", (value,))
        return self

    def __imul__(self, value):
        self._callmethod("__imul__", (value,))
        return self


DictProxy = MakeProxyType("DictProxy", (
    "__contains__", "__delitem__", "__getitem__", "__iter__", "__len__", "__setitem__", "clear",
    "copy", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values"))
DictProxy._method_to_typeid_ = {"__iter__": "Iterator"}
ArrayProxy = MakeProxyType("ArrayProxy", ("__len__", "__getitem__", "__setitem__"))
PoolProxy = MakeProxyType("PoolProxy", (
    "apply", "apply_async", "close", "imap", "imap_unordered", "join", "map", "map_async",
    "starmap", "starmap_async", "terminate"))
PoolProxy._method_to_typeid_ = {
    "apply_async": "AsyncResult", "map_async": "AsyncResult", "starmap_async": "AsyncResult",
    "imap": "Iterator", "imap_unordered": "Iterator"}


class SyncManager(BaseManager):
    pass


for _name, _make, _proxy in (
        ("Queue", queue.Queue, None), ("JoinableQueue", queue.Queue, None),
        ("Event", threading.Event, EventProxy), ("Lock", threading.Lock, AcquirerProxy),
        ("RLock", threading.RLock, AcquirerProxy),
        ("Semaphore", threading.Semaphore, AcquirerProxy),
        ("BoundedSemaphore", threading.BoundedSemaphore, AcquirerProxy),
        ("Condition", threading.Condition, ConditionProxy),
        ("Barrier", threading.Barrier, BarrierProxy), ("Pool", pool.Pool, PoolProxy),
        ("list", list, ListProxy), ("dict", dict, DictProxy), ("Value", Value, ValueProxy),
        ("Array", Array, ArrayProxy), ("Namespace", Namespace, NamespaceProxy)):
    SyncManager.register(_name, _make, _proxy)
SyncManager.register("Iterator", proxytype=IteratorProxy, create_method=False)
SyncManager.register("AsyncResult", create_method=False)
del _name, _make, _proxy
