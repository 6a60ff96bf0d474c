# _functools: what functools has in C. Calls of a partial and hits of a cache are natives in
# _functools.cpp, on the members that stand first in __slots__, in this order.
import _meada
from types import GenericAlias, MethodType

_missing = object()
_type_of, _length, _shown = _meada.type_of, len, {}


class partial:
    __slots__ = ("_func", "_args", "_keywords", "__dict__", "__weakref__")
    __module__ = "functools"
    __call__ = _meada.method(_meada.partial_call)

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, args = args[0], args[1:]
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if (isinstance(func, partial) and _type_of(func).__call__ is partial.__call__
                and not func.__dict__):
            args = func._args + args
            keywords = {**func._keywords, **keywords}
            func = func._func
        self = object.__new__(cls)
        self._func, self._args, self._keywords = func, args, keywords
        return self

    @property
    def func(self):
        return self._func

    @property
    def args(self):
        return self._args

    @property
    def keywords(self):
        return self._keywords

    def __repr__(self):
        name = "functools.partial" if _type_of(self) is partial else _type_of(self).__name__
        if id(self) in _shown:
            return "..."
        _shown[id(self)] = None
        try:
            pieces = [repr(self._func), *[repr(each) for each in self._args],
                      *[f"{key}={value!r}" for key, value in self._keywords.items()]]
        finally:
            del _shown[id(self)]
        return f"{name}({', '.join(pieces)})"

    def __reduce__(self):
        return (type(self), (self._func,),
                (self._func, self._args, self._keywords or None, self.__dict__ or None))

    def __setstate__(self, state):
        valid = isinstance(state, tuple) and len(state) == 4
        if valid:
            func, args, keywords, attributes = state
            valid = (callable(func) and isinstance(args, tuple)
                     and (keywords is None or isinstance(keywords, dict)))
        if not valid:
            raise TypeError("invalid partial state")
        self._func, self._args = func, tuple(args)
        if _type_of(keywords) is not dict:
            keywords = {} if keywords is None else dict(keywords)
        self._keywords = keywords
        self.__dict__ = {} if attributes is None else attributes

    __class_getitem__ = classmethod(GenericAlias)


def reduce(function, iterable, initial=_missing, /):
    try:
        iterator = iter(iterable)
    except TypeError:
        if hasattr(_type_of(iterable), "__iter__"):
            raise
        raise TypeError("reduce() arg 2 must support iteration") from None
    for item in iterator:
        initial = item if initial is _missing else function(initial, item)
    if initial is _missing:
        raise TypeError("reduce() of empty iterable with no initial value")
    return initial


class KeyWrapper:
    __slots__ = ("_compare", "obj")
    __module__ = "functools"
    __hash__ = None

    def __call__(self, obj):
        made = KeyWrapper()
        made._compare, made.obj = self._compare, obj
        return made

    def __lt__(self, other):
        return self._compare(self.obj, _other(other)) < 0

    def __le__(self, other):
        return self._compare(self.obj, _other(other)) <= 0

    def __eq__(self, other):
        return self._compare(self.obj, _other(other)) == 0

    def __ne__(self, other):
        return self._compare(self.obj, _other(other)) != 0

    def __gt__(self, other):
        return self._compare(self.obj, _other(other)) > 0

    def __ge__(self, other):
        return self._compare(self.obj, _other(other)) >= 0


def _other(key):
    if _type_of(key) is not KeyWrapper:
        raise TypeError("other argument must be K instance")
    return key.obj


def cmp_to_key(mycmp):
    made = KeyWrapper()
    made._compare = mycmp
    return made


_marks_keywords = object()


class _lru_cache_wrapper:
    # _order: whether what was used goes to the end of the cache, the first of which goes first.
    __slots__ = ("_cache", "_hits", "_typed", "_order", "_misses", "_maxsize", "_function",
                 "_info", "__dict__", "__weakref__")
    __module__ = "functools"
    __call__ = _meada.method(_meada.cached_call)

    def __init__(self, function, maxsize, typed, info):
        if not callable(function):
            raise TypeError("the first argument must be callable")
        self._function, self._maxsize, self._typed, self._info = function, maxsize, typed, info
        self._order = maxsize is not None
        self._cache = {}
        self._hits = self._misses = 0

    def _call(self, args, keywords, key):
        # What is not in the cache, or needs Python code to be found there.
        if key is None:
            key = self._key(args, keywords)
            result = self._cache.get(key, _missing)
            if result is not _missing:
                self._hits += 1
                if self._order:
                    del self._cache[key]
                    self._cache[key] = result
                return result
        self._misses += 1
        result = self._function(*args) if keywords is None else self._function(*args, **keywords)
        maxsize = self._maxsize
        if maxsize is None:
            self._cache[key] = result
        elif maxsize and key not in self._cache:
            cache = self._cache
            if _length(cache) >= maxsize:
                for first in cache:
                    break
                del cache[first]
            cache[key] = result
        return result

    def _key(self, args, keywords):
        if keywords is None and not self._typed:
            if _length(args) == 1 and _type_of(args[0]) in (int, str):
                return args[0]
            return args
        key = args
        if keywords:
            key += (_marks_keywords, *[part for pair in keywords.items() for part in pair])
        if self._typed:
            key += tuple([_type_of(each) for each in args])
            if keywords:
                key += tuple([_type_of(each) for each in keywords.values()])
        return key

    def cache_info(self):
        return self._info(self._hits, self._misses, self._maxsize, _length(self._cache))

    def cache_clear(self):
        self._hits = self._misses = 0
        self._cache.clear()

    def __get__(self, instance, owner=None):
        return self if instance is None else MethodType(self, instance)

    def __reduce__(self):
        return self.__qualname__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return f"<functools._lru_cache_wrapper object at {id(self):#x}>"
