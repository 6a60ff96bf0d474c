# _weakref: references and proxies, over the engine's (vm/weak.h).
import _meada

_native_object = _meada.root("native_object")
_get = _meada.weak_get
_alias = type(list[int])


class ref(_native_object):
    __slots__ = ()
    __new__ = _meada.weak_new
    __call__ = _meada.method(_meada.weak_get)

    @property
    def __callback__(self):
        return _meada.weak_callback(self)

    def __init_subclass__(cls, **keywords):
        pass

    @classmethod
    def __class_getitem__(cls, item):
        return _alias(cls, item)

    def __eq__(self, other):
        if not isinstance(other, ref):
            return NotImplemented
        mine, its = _get(self), _get(other)
        if mine is None or its is None:
            return self is other
        return mine is its or mine == its

    def __hash__(self):
        value = _meada.weak_hash(self)
        if value is None:
            target = _get(self)
            if target is None:
                raise TypeError("weak object has gone away")
            value = hash(target)
            _meada.weak_hash(self, value)
        return value

    def __repr__(self):
        target = _get(self)
        if target is None:
            return f"<weakref at {id(self):#x}; dead>"
        try:
            name = getattr(target, "__name__", None)
        except Exception:
            name = None
        shown = f" ({name})" if isinstance(name, str) else ""
        return (f"<weakref at {id(self):#x}; to '{type(target).__name__}' "
                f"at {id(target):#x}{shown}>")


ref.__name__ = ref.__qualname__ = "ReferenceType"
ref.__module__ = "weakref"
ReferenceType = ref


def _of(object):
    # What an operand stands for.
    kind = type(object)
    if kind is not ProxyType and kind is not CallableProxyType:
        return object
    target = _get(object)
    if target is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return target


class ProxyType(_native_object):
    __slots__ = ()
    __new__ = _meada.weak_new
    __hash__ = None

    def __repr__(self):
        target = _get(self)
        return f"<weakproxy at {id(self):#x} to {type(target).__name__} at {id(target):#x}>"

    def __getattribute__(self, name):
        return getattr(_of(self), name)

    def __setattr__(self, name, value):
        setattr(_of(self), name, value)

    def __delattr__(self, name):
        delattr(_of(self), name)

    def __str__(self):
        return str(_of(self))

    def __bytes__(self):
        return bytes(_of(self))

    def __bool__(self):
        return bool(_of(self))

    def __len__(self):
        return len(_of(self))

    def __contains__(self, item):
        return item in _of(self)

    def __iter__(self):
        return iter(_of(self))

    def __next__(self):
        target = _of(self)
        if not hasattr(type(target), "__next__"):
            raise TypeError("Weakref proxy referenced a non-iterator "
                            f"'{type(target).__name__}' object")
        return next(target)

    def __reversed__(self):
        return reversed(_of(self))

    def __getitem__(self, key):
        return _of(self)[key]

    def __setitem__(self, key, value):
        _of(self)[key] = value

    def __delitem__(self, key):
        del _of(self)[key]

    def __index__(self):
        return _of(self).__index__()

    def __int__(self):
        return int(_of(self))

    def __float__(self):
        return float(_of(self))


# What two operands make, of which either may be a proxy.
_operations = {
    "lt": lambda left, right: left < right, "le": lambda left, right: left <= right,
    "gt": lambda left, right: left > right, "ge": lambda left, right: left >= right,
    "eq": lambda left, right: left == right, "ne": lambda left, right: left != right,
    "add": lambda left, right: left + right, "sub": lambda left, right: left - right,
    "mul": lambda left, right: left * right, "matmul": lambda left, right: left @ right,
    "truediv": lambda left, right: left / right, "floordiv": lambda left, right: left // right,
    "mod": lambda left, right: left % right, "divmod": divmod, "pow": pow,
    "lshift": lambda left, right: left << right, "rshift": lambda left, right: left >> right,
    "and": lambda left, right: left & right, "or": lambda left, right: left | right,
    "xor": lambda left, right: left ^ right,
}

def _plain(operation):
    return lambda self, other, *rest: operation(_of(self), _of(other), *rest)


def _reflected(operation):
    return lambda self, other: operation(_of(other), _of(self))


def _in_place(name):
    def method(self, other):
        import operator
        return getattr(operator, name)(_of(self), _of(other))

    return method


for _name, _operation in _operations.items():
    setattr(ProxyType, f"__{_name}__", _plain(_operation))
    if _name in ("lt", "le", "gt", "ge", "eq", "ne"):
        continue
    setattr(ProxyType, f"__r{_name}__", _reflected(_operation))
    if _name != "divmod":
        setattr(ProxyType, f"__i{_name}__", _in_place(f"__i{_name}__"))
ProxyType.__neg__ = lambda self: -_of(self)
ProxyType.__pos__ = lambda self: +_of(self)
ProxyType.__abs__ = lambda self: abs(_of(self))
ProxyType.__invert__ = lambda self: ~_of(self)


def _call(self, /, *args, **keywords):
    return _of(self)(*args, **keywords)


CallableProxyType = type("CallableProxyType", (_native_object,),
                         {**ProxyType.__dict__, "__call__": _call, "__slots__": ()})
ProxyType.__module__ = CallableProxyType.__module__ = "weakref"


def proxy(object, callback=None, /):
    return (CallableProxyType if callable(object) else ProxyType)(object, callback)


def getweakrefcount(object, /):
    return len(_meada.weak_all(object))


def getweakrefs(object, /):
    return _meada.weak_all(object)
