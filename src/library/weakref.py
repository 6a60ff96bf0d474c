# weakref: collections of weak references, and finalisers.
import _meada
import sys
from _weakref import (CallableProxyType, ProxyType, ReferenceType, getweakrefcount, getweakrefs,
                      proxy, ref)
from collections.abc import MutableMapping, MutableSet
from _weakrefset import WeakSet, _Guard, _remover

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType",
           "ProxyType", "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet",
           "WeakMethod", "finalize"]

MutableSet.register(WeakSet)
ProxyTypes = (ProxyType, CallableProxyType)


class WeakMethod(ref):
    # Bound methods are made anew at each look-up: this one lives as long as its object.

    def __new__(cls, method, callback=None):
        try:
            owner, function = method.__self__, method.__func__
        except AttributeError:
            raise TypeError("argument should be a bound method, "
                            f"not {type(method)}") from None

        def gone(part):
            self = here()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self = ref.__new__(cls, owner, gone)
        self._function = ref(function, gone)
        self._kind = type(method)
        self._alive = True
        here = ref(self)
        return self

    def __call__(self):
        owner, function = super().__call__(), self._function()
        if owner is None or function is None:
            return None
        return self._kind(function, owner)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    __hash__ = ref.__hash__


class KeyedRef(ref):
    # A value's reference, which knows its key in the dictionary.

    @property
    def key(self):
        return _meada.weak_key(self)


_missing = object()


class _WeakDictionary(MutableMapping):
    # What both dictionaries have; a subclass says what a key and a value are stored as.

    def _start(self, other):
        self.data = {}
        self._iterating = 0
        self._pending = []
        self._remove = _remover(self)
        if other is not None:
            self.update(other)

    def _commit_removals(self):
        while self._pending:
            self._forget(self._pending.pop())

    def __len__(self):
        return len(self.data) - len(self._pending)

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"

    def __iter__(self):
        return self.keys()

    def keys(self):
        for key, value in self.items():
            yield key

    def values(self):
        for key, value in self.items():
            yield value

    def update(self, other=None, /, **keywords):
        if other is not None:
            if hasattr(other, "keys"):
                for key in other.keys():
                    self[key] = other[key]
            else:
                for key, value in other:
                    self[key] = value
        for key, value in keywords.items():
            self[key] = value
        keywords.clear()

    def copy(self):
        made = self.__class__()
        for key, value in self.items():
            made[key] = value
        return made

    __copy__ = copy

    def clear(self):
        while self.data:
            self.popitem()

    def __eq__(self, other):
        if not hasattr(other, "items"):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def __or__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        made = self.__class__()
        made.update(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self


class WeakValueDictionary(_WeakDictionary):
    def __init__(self, other=(), /, **kw):
        self._start(other)
        if kw:
            for key, value in kw.items():
                self[key] = value
            kw.clear()  # it would hold them longer than it should

    def _forget(self, item):
        key = item.key
        if self.data.get(key) is item:
            del self.data[key]

    def __getitem__(self, key):
        if self._pending:
            self._commit_removals()
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        if self._pending:
            self._commit_removals()
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        if self._pending:
            self._commit_removals()
        del self.data[key]

    def __contains__(self, key):
        found = self.data.get(key)
        return found is not None and found() is not None

    def get(self, key, default=None):
        found = self.data.get(key)
        value = None if found is None else found()
        return default if value is None else value

    def items(self):
        with _Guard(self):
            for key, each in self.data.items():
                value = each()
                if value is not None:
                    yield key, value

    def keys(self):
        with _Guard(self):
            for key, each in self.data.items():
                if each() is not None:
                    yield key

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value

    def pop(self, key, *args):
        if self._pending:
            self._commit_removals()
        found = self.data.pop(key, None)
        value = None if found is None else found()
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def popitem(self):
        if self._pending:
            self._commit_removals()
        while True:
            key, each = self.data.popitem()
            value = each()
            if value is not None:
                return key, value

    def itervaluerefs(self):
        with _Guard(self):
            yield from self.data.values()

    def valuerefs(self):
        return list(self.data.values())

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = self.__class__()
        for key, value in self.items():
            made[deepcopy(key, memo)] = value
        return made


class WeakKeyDictionary(_WeakDictionary):
    def __init__(self, dict=None):
        self._start(dict)

    def _forget(self, item):
        self.data.pop(item, None)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            wanted = ref(key)
        except TypeError:
            return False
        return wanted in self.data

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def items(self):
        with _Guard(self):
            for each, value in self.data.items():
                key = each()
                if key is not None:
                    yield key, value

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def popitem(self):
        while True:
            each, value = self.data.popitem()
            key = each()
            if key is not None:
                return key, value

    def keyrefs(self):
        return list(self.data)

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = self.__class__()
        for key, value in self.items():
            made[key] = deepcopy(value, memo)
        return made


class finalize:
    # Calls a function once: when its object dies, when it is called, or when the process ends.
    __slots__ = ()
    _registry = {}
    _registered = False  # with atexit
    _shutdown = False  # the process is past its finalisers: none is called any more

    class _Info:
        __slots__ = ("weakref", "func", "args", "kwargs", "atexit")

    def __init__(self, obj, func, /, *args, **kwargs):
        if not self._registered:
            import atexit
            atexit.register(_run_finalizers)
            finalize._registered = True
        info = self._Info()
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args
        info.kwargs = kwargs
        info.atexit = True
        self._registry[self] = info

    def __call__(self, _=None):
        info = self._registry.pop(self, None)
        if info is not None and not self._shutdown:
            return info.func(*info.args, **info.kwargs)

    def detach(self):
        parts = self.peek()
        if parts is not None and self._registry.pop(self, None):
            return parts

    def peek(self):
        info = self._registry.get(self)
        obj = None if info is None else info.weakref()
        if obj is not None:
            return obj, info.func, info.args, info.kwargs

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        info = self._registry.get(self)
        return info is not None and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info is not None:
            info.atexit = bool(value)

    def __repr__(self):
        info = self._registry.get(self)
        obj = None if info is None else info.weakref()
        start = f"<{type(self).__name__} object at {id(self):#x}; "
        if obj is None:
            return f"{start}dead>"
        return f"{start}for {type(obj).__name__!r} at {id(obj):#x}>"


# At the end of the process: the newest first, and what they make on the way too.
def _run_finalizers():
    registry = finalize._registry
    while True:
        left = [each for each, info in registry.items() if info.atexit]
        if not left:
            finalize._shutdown = True
            return
        each = left[-1]
        try:
            each()
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)
