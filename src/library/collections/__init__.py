# collections: containers beside the built-in ones. What CPython has in C is in _collections.py and
# _deque.py.
import _meada
import sys as _sys
from _collections import OrderedDict, defaultdict
from _deque import deque
from keyword import iskeyword as _is_keyword
from reprlib import recursive_repr as _recursive_repr
from . import abc as _abc

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString",
           "defaultdict", "deque", "namedtuple"]

_missing = object()


# --- namedtuple ---

_tuple_new = tuple.__new__


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [str(name) for name in field_names]
    typename = _sys.intern(str(typename))
    if rename:
        for index, name in enumerate(names):
            if _is_bad_name(name) or name[0] == "_" or name in names[:index]:
                names[index] = f"_{index}"
    _check_names(typename, names, rename)
    fields = tuple([_sys.intern(name) for name in names])
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(fields):
            raise TypeError("Got more default values than field names")
        field_defaults = dict(zip(fields[len(fields) - len(defaults):], defaults))
    if module is None:
        module = _sys._getframe(1).f_globals.get("__name__", "__main__")
    cls = type(typename, (tuple,), {
        "__doc__": f"{typename}({', '.join(fields)})",
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": field_defaults,
        "__new__": _meada.named_tuple_new,
        "_make": classmethod(_make),
        "_replace": _replace,
        "__repr__": _tuple_repr,
        "_asdict": _asdict,
        "__getnewargs__": _getnewargs,
        "__match_args__": fields,
        "__module__": module,
    })
    for index, name in enumerate(fields):
        setattr(cls, name, _meada.tuple_member(cls, name, index))
    return cls


def _is_bad_name(name):
    return not name.isidentifier() or _is_keyword(name)


def _check_names(typename, names, rename):
    for name in (typename, *names):
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if _is_keyword(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    for index, name in enumerate(names):
        if name[0] == "_" and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in names[:index]:
            raise ValueError(f"Encountered duplicate field name: {name!r}")


def _make(cls, iterable):
    result = _tuple_new(cls, iterable)
    count = len(cls._fields)
    if len(result) != count:
        raise TypeError(f"Expected {count} arguments, got {len(result)}")
    return result


def _replace(self, /, **kwds):
    result = self._make([kwds.pop(name, value) for name, value in zip(self._fields, self)])
    if kwds:
        raise ValueError(f"Got unexpected field names: {list(kwds)!r}")
    return result


def _tuple_repr(self):
    fields = [f"{name}={value!r}" for name, value in zip(self._fields, self)]
    return f"{self.__class__.__name__}({', '.join(fields)})"


def _asdict(self):
    return dict(zip(self._fields, self))


def _getnewargs(self):
    return tuple(self)


for _function, _name in ((_make, "_make"), (_replace, "_replace"), (_tuple_repr, "__repr__"),
                         (_asdict, "_asdict"), (_getnewargs, "__getnewargs__")):
    _function.__name__ = _function.__qualname__ = _name
del _function, _name


# --- Counter ---

def _count_elements(mapping, iterable):
    iterator = iter(iterable)
    if type(mapping) is Counter:
        while (rest := _meada.count_items(mapping, iterator)) is not False:
            if rest is None:
                return
            mapping[rest[0]] = mapping.get(rest[0], 0) + 1
    get = mapping.get
    for item in iterator:
        mapping[item] = get(item, 0) + 1


def _by_count(pair):
    return pair[1]


class Counter(dict):
    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        pairs = sorted(self.items(), key=_by_count, reverse=True)
        return pairs if n is None else pairs[:max(n, 0)]

    def elements(self):
        return _repeated(self.items())

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError(
            "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        if iterable is not None:
            if not isinstance(iterable, _abc.Mapping):
                _count_elements(self, iterable)
            elif self:
                get = self.get
                for item, count in iterable.items():
                    self[item] = count + get(item, 0)
            else:
                super().update(iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            get = self.get
            if isinstance(iterable, _abc.Mapping):
                for item, count in iterable.items():
                    self[item] = get(item, 0) - count
            else:
                for item in iterable:
                    self[item] = get(item, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return (self.__class__, (dict(self),))

    def __delitem__(self, elem):
        if elem in self:
            super().__delitem__(elem)

    def __repr__(self):
        name = self.__class__.__name__
        if not self:
            return f"{name}()"
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return f"{name}({shown!r})"

    def _compared(self, other, matches):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([matches(self[item], other[item])
                    for counts in (self, other) for item in counts])

    def __eq__(self, other):
        return self._compared(other, lambda mine, theirs: mine == theirs)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        return self._compared(other, lambda mine, theirs: mine <= theirs)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        return self._compared(other, lambda mine, theirs: mine >= theirs)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def _positive(self, items):
        # A new counter of the (item, count) pairs whose count is more than 0.
        result = Counter()
        for item, count in items:
            if count > 0:
                result[item] = count
        return result

    def _with_others(self, other, combine):
        # Pairs of what is here, then of what only the other one has.
        pairs = [(item, combine(count, other[item])) for item, count in self.items()]
        return pairs + [(item, combine(0, count)) for item, count in other.items()
                        if item not in self]

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._positive(self._with_others(other, lambda mine, theirs: mine + theirs))

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._positive(self._with_others(other, lambda mine, theirs: mine - theirs))

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._positive(self._with_others(other, max))

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._positive([(item, min(count, other[item])) for item, count in self.items()])

    def __pos__(self):
        return self._positive(self.items())

    def __neg__(self):
        return self._positive([(item, 0 - count) for item, count in self.items()])

    def _keep_positive(self):
        for item in [item for item, count in self.items() if not count > 0]:
            del self[item]
        return self

    def __iadd__(self, other):
        for item, count in other.items():
            self[item] += count
        return self._keep_positive()

    def __isub__(self, other):
        for item, count in other.items():
            self[item] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for item, count in other.items():
            if count > self[item]:
                self[item] = count
        return self._keep_positive()

    def __iand__(self, other):
        for item, count in self.items():
            if other[item] < count:
                self[item] = other[item]
        return self._keep_positive()


def _repeated(pairs):
    for item, count in pairs:
        for _ in range(count):
            yield item


# --- ChainMap ---

class ChainMap(_abc.MutableMapping):
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        keys = {}
        for mapping in reversed(self.maps):
            keys.update(dict.fromkeys(mapping))
        return iter(keys)

    def __contains__(self, key):
        return any([key in mapping for mapping in self.maps])

    def __bool__(self):
        return any(self.maps)

    @_recursive_repr()
    def __repr__(self):
        return f"{self.__class__.__name__}({', '.join(map(repr, self.maps))})"

    @classmethod
    def fromkeys(cls, iterable, *args):
        return cls(dict.fromkeys(iterable, *args))

    def copy(self):
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.")

    def pop(self, key, *args):
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def clear(self):
        self.maps[0].clear()

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, _abc.Mapping):
            return NotImplemented
        made = self.copy()
        made.maps[0].update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, _abc.Mapping):
            return NotImplemented
        merged = dict(other)
        for mapping in reversed(self.maps):
            merged.update(mapping)
        return self.__class__(merged)


from ._user import UserDict, UserList, UserString

_abc.MutableSequence.register(deque)
