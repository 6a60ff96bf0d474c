# _collections: what collections has in C, beside the deque (_deque.py): dicts with a difference.
import _meada
from collections.abc import ItemsView, KeysView, ValuesView
from types import GenericAlias

_missing = object()
_plain_items, _plain_values, _plain_pop = dict.items, dict.values, dict.pop
_shown = {}


class defaultdict(dict):
    __slots__ = ("default_factory", "__dict__")
    __module__ = "collections"

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        self.default_factory = default_factory
        if args or kwargs:
            super().__init__(*args, **kwargs)

    def __missing__(self, key, /):
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        value = factory()
        self[key] = value
        return value

    def __repr__(self):
        if id(self) in _shown:
            factory = "..."
        else:
            _shown[id(self)] = None
            try:
                factory = repr(self.default_factory)
            finally:
                del _shown[id(self)]
        return f"{type(self).__name__}({factory}, {dict.__repr__(self)})"

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return (type(self), args, None, None, iter(self.items()))

    def __or__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self.default_factory, other)
        made.update(self)
        return made

    __class_getitem__ = classmethod(GenericAlias)


class OrderedDict(dict):
    __module__ = "collections"

    def __init__(self, other=(), /, **kwds):
        OrderedDict.update(self, other, **kwds)

    def popitem(self, last=True):
        if last:
            try:
                return super().popitem()
            except KeyError:
                raise KeyError("dictionary is empty") from None
        for key in self:
            return key, _plain_pop(self, key)
        raise KeyError("dictionary is empty")

    def move_to_end(self, key, last=True):
        value = _plain_pop(self, key)
        if last:
            dict.__setitem__(self, key, value)
            return
        rest = list(_plain_items(self))
        dict.clear(self)
        dict.__setitem__(self, key, value)
        dict.update(self, rest)

    def pop(self, key, default=_missing):
        if default is _missing:
            return _plain_pop(self, key)
        return _plain_pop(self, key, default)

    def setdefault(self, key, default=None):
        if key in self:
            return self[key]
        self[key] = default
        return default

    def update(self, other=(), /, **kwds):
        if type(self) is OrderedDict:
            dict.update(self, other, **kwds)
            return
        if isinstance(other, dict):
            for key, value in other.items():
                self[key] = value
        elif hasattr(other, "keys"):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def keys(self):
        return odict_keys(self)

    def values(self):
        return odict_values(self)

    def items(self):
        return odict_items(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        self = cls()
        for key in iterable:
            self[key] = value
        return self

    def copy(self):
        return type(self)(self)

    def __eq__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = None

    def __repr__(self):
        name = type(self).__name__
        if not self:
            return f"{name}()"
        if id(self) in _shown:
            return "..."
        _shown[id(self)] = None
        try:
            return f"{name}({list(self.items())!r})"
        finally:
            del _shown[id(self)]

    def __reduce__(self):
        return (type(self), (), self.__dict__ or None, None, iter(self.items()))

    def __or__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self)
        made.update(other)
        return made

    def __ror__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(other)
        made.update(self)
        return made

    def __ior__(self, other, /):
        self.update(other)
        return self


# The views of an OrderedDict iterate as those of a dict do.
def _view_repr(self):
    if id(self) in _shown:
        return "..."
    _shown[id(self)] = None
    try:
        return f"{type(self).__name__}({list(self)!r})"
    finally:
        del _shown[id(self)]


class odict_keys(KeysView):
    __slots__ = ()
    __module__ = "builtins"
    __repr__ = _view_repr

    def __iter__(self):
        return iter(self._mapping)

    def __reversed__(self):
        return reversed(self._mapping)


class odict_values(ValuesView):
    __slots__ = ()
    __module__ = "builtins"
    __repr__ = _view_repr

    def __iter__(self):
        return iter(_plain_values(self._mapping))

    def __reversed__(self):
        return reversed(_plain_values(self._mapping))


class odict_items(ItemsView):
    __slots__ = ()
    __module__ = "builtins"
    __repr__ = _view_repr

    def __iter__(self):
        return iter(_plain_items(self._mapping))

    def __reversed__(self):
        return reversed(_plain_items(self._mapping))
