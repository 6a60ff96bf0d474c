# operator: Python's operators as functions, and callables that take things out of their argument.
import _meada

__all__ = ["abs", "add", "and_", "attrgetter", "call", "concat", "contains", "countOf", "delitem",
           "eq", "floordiv", "ge", "getitem", "gt", "iadd", "iand", "iconcat", "ifloordiv",
           "ilshift", "imatmul", "imod", "imul", "index", "indexOf", "inv", "invert", "ior",
           "ipow", "irshift", "is_", "is_not", "isub", "itemgetter", "itruediv", "ixor", "le",
           "length_hint", "lshift", "lt", "matmul", "methodcaller", "mod", "mul", "ne", "neg",
           "not_", "or_", "pos", "pow", "rshift", "setitem", "sub", "truediv", "truth", "xor"]

_abs, _truth, _type_of = abs, bool, _meada.type_of
_index = _meada.root("prelude")["_index"]


# --- natives in operator.cpp, which come here for what needs Python code ---

def _get_item(a, b):
    return a[b]


def _take(getter, obj):
    items = getter._items
    return obj[getter._item] if items is None else tuple([obj[item] for item in items])


# --- one operand ---

def abs(a, /):
    return _abs(a)


def not_(a, /):
    return not a


def truth(a, /):
    return _truth(a)


def index(a, /):
    return int.__pos__(_index(a))  # never a bool or a member of an enum


def inv(a, /):
    return ~a


def invert(a, /):
    return ~a


def neg(a, /):
    return -a


def pos(a, /):
    return +a


# --- containers ---

def _check_sequence(a):
    if not hasattr(_type_of(a), "__getitem__") or isinstance(a, dict):
        raise TypeError(f"'{_type_of(a).__name__}' object can't be concatenated")


def concat(a, b, /):
    _check_sequence(a)
    return a + b


def countOf(a, b, /):
    count = 0
    for item in a:
        if item is b or item == b:
            count += 1
    return count


def delitem(a, b, /):
    del a[b]


def indexOf(a, b, /):
    index = 0
    for item in a:
        if item is b or item == b:
            return index
        index += 1
    raise ValueError("sequence.index(x): x not in sequence")


def setitem(a, b, c, /):
    a[b] = c


def length_hint(obj, default=0, /):
    if not isinstance(default, int):
        raise TypeError(f"'{_type_of(default).__name__}' object cannot be interpreted as an "
                        "integer")
    kind = _type_of(obj)
    if hasattr(kind, "__len__"):
        try:
            return len(obj)
        except TypeError:
            pass
    if not hasattr(kind, "__length_hint__"):
        return default
    try:
        hint = kind.__length_hint__(obj)
    except TypeError:
        return default
    if hint is NotImplemented:
        return default
    if not isinstance(hint, int):
        raise TypeError(f"__length_hint__ must be an integer, not {_type_of(hint).__name__}")
    if hint < 0:
        raise ValueError("__length_hint__() should return >= 0")
    return hint


def call(obj, /, *args, **kwargs):
    return obj(*args, **kwargs)


# --- in place ---

def iadd(a, b, /):
    a += b
    return a


def iand(a, b, /):
    a &= b
    return a


def iconcat(a, b, /):
    _check_sequence(a)
    a += b
    return a


def ifloordiv(a, b, /):
    a //= b
    return a


def ilshift(a, b, /):
    a <<= b
    return a


def imod(a, b, /):
    a %= b
    return a


def imul(a, b, /):
    a *= b
    return a


def imatmul(a, b, /):
    a @= b
    return a


def ior(a, b, /):
    a |= b
    return a


def ipow(a, b, /):
    a **= b
    return a


def irshift(a, b, /):
    a >>= b
    return a


def isub(a, b, /):
    a -= b
    return a


def itruediv(a, b, /):
    a /= b
    return a


def ixor(a, b, /):
    a ^= b
    return a


# --- callables that take something out ---

class attrgetter:
    __slots__ = ("_names", "_paths")

    def __init__(self, attr, /, *attrs):
        self._names = (attr, *attrs)
        for name in self._names:
            if not isinstance(name, str):
                raise TypeError("attribute name must be a string")
        self._paths = [name.split(".") for name in self._names]

    def __call__(self, obj, /):
        found = []
        for path in self._paths:
            value = obj
            for name in path:
                value = getattr(value, name)
            found.append(value)
        return found[0] if len(found) == 1 else tuple(found)

    def __repr__(self):
        return f"operator.attrgetter({', '.join(map(repr, self._names))})"

    def __reduce__(self):
        return (type(self), self._names)


class itemgetter:
    __slots__ = ("_item", "_items")
    __call__ = _meada.method(_meada.itemgetter_call)

    def __init__(self, item, /, *items):
        self._item = item
        self._items = (item, *items) if items else None

    def _all(self):
        return (self._item,) if self._items is None else self._items

    def __repr__(self):
        return f"operator.itemgetter({', '.join(map(repr, self._all()))})"

    def __reduce__(self):
        return (type(self), self._all())


class methodcaller:
    __slots__ = ("_name", "_args", "_kwargs")

    def __init__(self, name, /, *args, **kwargs):
        if not isinstance(name, str):
            raise TypeError("method name must be a string")
        self._name, self._args, self._kwargs = name, args, kwargs

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        pieces = [repr(self._name), *map(repr, self._args),
                  *[f"{key}={value!r}" for key, value in self._kwargs.items()]]
        return f"operator.methodcaller({', '.join(pieces)})"

    def __reduce__(self):
        if not self._kwargs:
            return (type(self), (self._name, *self._args))
        from functools import partial
        return (partial(type(self), self._name, **self._kwargs), self._args)


_names = _meada.root("library_modules")["operator"].__dict__
for _name in ("lt", "le", "eq", "ne", "ge", "gt", "abs", "add", "floordiv", "index", "inv",
              "invert", "lshift", "mod", "mul", "matmul", "neg", "pos", "pow", "rshift", "sub",
              "truediv", "xor", "concat", "contains", "delitem", "getitem", "setitem", "iadd",
              "iand", "iconcat", "ifloordiv", "ilshift", "imod", "imul", "imatmul", "ior", "ipow",
              "irshift", "isub", "itruediv", "ixor", "call"):
    _names[f"__{_name}__"] = _names[_name]
__not__, __and__, __or__ = not_, and_, or_
del _names, _name
