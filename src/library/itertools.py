# itertools: iterators made of iterators. Those that only choose from what they have collected step
# natively, in itertools.cpp. `for item in source: return item` is the fastest way to take one item:
# no exception says that there is none.
import _meada

_index = _meada.root("prelude")["_index"]
_missing = object()
_limit = 9223372036854775807


class accumulate:
    __slots__ = ("_source", "_function", "_total", "_initial")

    def __init__(self, iterable, func=None, *, initial=None):
        self._source, self._function = iter(iterable), func
        self._total, self._initial = _missing, initial

    def __iter__(self):
        return self

    def __next__(self):
        if self._initial is not None:
            self._total, self._initial = self._initial, None
            return self._total
        for item in self._source:
            total, function = self._total, self._function
            if total is _missing:
                total = item
            elif function is None:
                total = total + item
            else:
                total = function(total, item)
            self._total = total
            return total
        raise StopIteration


class chain:
    __slots__ = ("_sources", "_current")

    def __init__(self, *iterables):
        self._sources, self._current = iter(iterables), iter(())

    @classmethod
    def from_iterable(cls, iterable, /):
        self = cls()
        self._sources = iter(iterable)
        return self

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            for item in self._current:
                return item
            for source in self._sources:
                self._current = iter(source)
                break
            else:
                self._sources = self._current = iter(())
                raise StopIteration

    @classmethod
    def __class_getitem__(cls, item):
        return _meada.root("prelude")["_GenericAlias"](cls, item)


class combinations:
    __slots__ = ("_pool", "_indices", "_state")
    __next__ = _meada.method(_meada.combinations_next)

    def __init__(self, iterable, r):
        self._pool, r = tuple(iterable), _index(r)
        if r < 0:
            raise ValueError("r must be non-negative")
        self._indices = list(range(r))
        self._state = 0 if r <= len(self._pool) else 2

    def __iter__(self):
        return self


class combinations_with_replacement:
    __slots__ = ("_pool", "_indices", "_state")
    __next__ = _meada.method(_meada.combinations_with_next)

    def __init__(self, iterable, r):
        self._pool, r = tuple(iterable), _index(r)
        if r < 0:
            raise ValueError("r must be non-negative")
        self._indices = [0] * r
        self._state = 0 if self._pool or not r else 2

    def __iter__(self):
        return self


class permutations:
    __slots__ = ("_pool", "_indices", "_state", "_cycles")
    __next__ = _meada.method(_meada.permutations_next)

    def __init__(self, iterable, r=None):
        self._pool = tuple(iterable)
        count = len(self._pool)
        if r is None:
            r = count
        elif not isinstance(r, int):
            raise TypeError("Expected int as r")
        elif r < 0:
            raise ValueError("r must be non-negative")
        self._indices = list(range(count))
        self._cycles = list(range(count, count - r, -1)) if r <= count else []
        self._state = 0 if r <= count else 2

    def __iter__(self):
        return self


class product:
    __slots__ = ("_pools", "_indices", "_state")
    __next__ = _meada.method(_meada.product_next)

    def __init__(self, *iterables, repeat=1):
        repeat = _index(repeat)
        if repeat < 0:
            raise ValueError("repeat argument cannot be negative")
        pools = tuple([tuple(iterable) for iterable in iterables]) if repeat else ()
        self._pools = pools * repeat
        self._indices = [0] * len(self._pools)
        self._state = 0 if all(pools) else 2

    def __iter__(self):
        return self


class compress:
    __slots__ = ("_data", "_selectors")

    def __init__(self, data, selectors):
        self._data, self._selectors = iter(data), iter(selectors)

    def __iter__(self):
        return self

    def __next__(self):
        for item in self._data:
            for chosen in self._selectors:
                break
            else:
                break
            if chosen:
                return item
        raise StopIteration


class count:
    __slots__ = ("_next", "_step")
    __next__ = _meada.method(_meada.count_next)

    def __init__(self, start=0, step=1):
        for each in (start, step):
            if not (isinstance(each, (int, float, complex)) or hasattr(each, "__add__")
                    and not isinstance(each, (str, bytes, list, tuple))):
                raise TypeError("a number is required")
        self._next, self._step = start, step

    def __iter__(self):
        return self

    def __repr__(self):
        if isinstance(self._step, int) and self._step == 1:
            return f"{type(self).__name__}({self._next!r})"
        return f"{type(self).__name__}({self._next!r}, {self._step!r})"

    def __reduce__(self):
        if isinstance(self._step, int) and self._step == 1:
            return (type(self), (self._next,))
        return (type(self), (self._next, self._step))


def _count_on(counter):
    value = counter._next
    counter._next = value + counter._step
    return value


class cycle:
    __slots__ = ("_source", "_saved")

    def __init__(self, iterable, /):
        self._source, self._saved = iter(iterable), []

    def __iter__(self):
        return self

    def __next__(self):
        source = self._source
        if source is not None:
            for item in source:
                self._saved.append(item)
                return item
            self._source = None
            self._saved = [0, *self._saved]  # in front of the items: how many were given again
        saved = self._saved
        if len(saved) == 1:
            raise StopIteration
        at = saved[0] = saved[0] % (len(saved) - 1) + 1
        return saved[at]


class dropwhile:
    __slots__ = ("_predicate", "_source", "_dropping")

    def __init__(self, predicate, iterable, /):
        self._predicate, self._source, self._dropping = predicate, iter(iterable), True

    def __iter__(self):
        return self

    def __next__(self):
        for item in self._source:
            if self._dropping:
                if self._predicate(item):
                    continue
                self._dropping = False
            return item
        raise StopIteration


class filterfalse:
    __slots__ = ("_function", "_source")

    def __init__(self, function, iterable, /):
        self._function, self._source = bool if function is None else function, iter(iterable)

    def __iter__(self):
        return self

    def __next__(self):
        function = self._function
        for item in self._source:
            if not function(item):
                return item
        raise StopIteration


class groupby:
    # _value: taken from the source, not yet given (_missing: none), with its key;
    # _target: the key of _group, which is the group that may take it.
    __slots__ = ("_source", "_function", "_value", "_key", "_target", "_group")

    def __init__(self, iterable, key=None):
        self._source, self._function = iter(iterable), key
        self._value = self._key = self._target = _missing
        self._group = None

    def __iter__(self):
        return self

    def _take(self):
        for item in self._source:
            function = self._function
            self._key = item if function is None else function(item)
            self._value = item
            return
        raise StopIteration

    def __next__(self):
        self._group = None
        while (self._key is _missing or self._target is not _missing
               and (self._target is self._key or self._target == self._key)):
            self._take()
        self._target = self._key
        self._group = _grouper(self, self._key)
        return self._key, self._group


class _grouper:
    __slots__ = ("_parent", "_key")

    def __init__(self, parent, key):
        self._parent, self._key = parent, key

    def __iter__(self):
        return self

    def __next__(self):
        parent = self._parent
        if parent._group is not self:
            raise StopIteration
        if parent._value is _missing:
            parent._take()
        if self._key is not parent._key and not self._key == parent._key:
            raise StopIteration
        value, parent._value = parent._value, _missing
        return value


class islice:
    # _taken: items taken so far; _next: the place of the next one to give.
    __slots__ = ("_source", "_taken", "_next", "_stop", "_step")

    def __init__(self, iterable, /, *bounds):
        if not bounds or len(bounds) > 3:
            few = "at least 2" if not bounds else "at most 4"
            raise TypeError(f"islice expected {few} arguments, got {len(bounds) + 1}")
        start, stop, step = _bounds(*bounds)
        self._source = iter(iterable)
        self._taken, self._next, self._stop, self._step = 0, start, stop, step

    def __iter__(self):
        return self

    def __next__(self):
        wanted, stop, taken = self._next, self._stop, self._taken
        for item in self._source if taken < wanted or wanted < stop else ():
            self._taken = taken = taken + 1
            if taken > wanted:
                self._next = min(wanted + self._step, stop)
                return item
            if taken == wanted >= stop:
                break
        self._source = ()
        raise StopIteration


def _bounds(start, stop=_missing, step=None):
    if stop is _missing:
        stop, start = start, None
    start = 0 if start is None else _bound(
        start, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if stop is None:
        stop = _limit
    else:
        stop = _bound(stop, "Stop argument for islice() must be None or an integer: "
                            "0 <= x <= sys.maxsize.")
    step = 1 if step is None else _bound(step, "Step for islice() must be a positive integer or "
                                               "None.", 1)
    return start, stop, step


def _bound(value, wrong, least=0):
    try:
        value = _index(value)
    except TypeError:
        value = -1
    if not least <= value <= _limit:
        raise ValueError(wrong)
    return value


class pairwise:
    __slots__ = ("_source", "_last")

    def __init__(self, iterable, /):
        self._source, self._last = iter(iterable), _missing

    def __iter__(self):
        return self

    def __next__(self):
        last = self._last
        for item in self._source:
            if last is _missing:
                last = item
                continue
            self._last = item
            return last, item
        raise StopIteration


class repeat:
    __slots__ = ("_object", "_times")
    __next__ = _meada.method(_meada.repeat_next)

    def __init__(self, object, times=_missing):
        self._object = object
        self._times = -1 if times is _missing else max(_index(times), 0)

    def __iter__(self):
        return self

    def __length_hint__(self):
        if self._times < 0:
            raise TypeError("len() of unsized object")
        return self._times

    def __repr__(self):
        times = "" if self._times < 0 else f", {self._times}"
        return f"{type(self).__name__}({self._object!r}{times})"

    def __reduce__(self):
        if self._times < 0:
            return (type(self), (self._object,))
        return (type(self), (self._object, self._times))


class starmap:
    __slots__ = ("_function", "_source")

    def __init__(self, function, iterable, /):
        self._function, self._source = function, iter(iterable)

    def __iter__(self):
        return self

    def __next__(self):
        for arguments in self._source:
            return self._function(*iter(arguments))
        raise StopIteration


class takewhile:
    __slots__ = ("_predicate", "_source")

    def __init__(self, predicate, iterable, /):
        self._predicate, self._source = predicate, iter(iterable)

    def __iter__(self):
        return self

    def __next__(self):
        for item in self._source:
            if self._predicate(item):
                return item
            self._source = ()
            break
        raise StopIteration


class _tee:
    # Over a chain of [item, the next link]; the last link is empty yet and taken from the source
    # by whoever gets there first. _shared: the source, and whether somebody is taking from it.
    __slots__ = ("_shared", "_link", "__weakref__")

    def __new__(cls, iterable, /):
        source = iter(iterable)
        if type(source) is _tee:
            return source.__copy__()
        self = object.__new__(cls)
        self._shared, self._link = [source, False], []
        return self

    def __copy__(self):
        made = object.__new__(_tee)
        made._shared, made._link = self._shared, self._link
        return made

    def __iter__(self):
        return self

    def __next__(self):
        link = self._link
        if not link:
            shared = self._shared
            if shared[1]:
                raise RuntimeError("cannot re-enter the tee iterator")
            shared[1] = True
            try:
                for item in shared[0]:
                    link.append(item)
                    link.append([])
                    break
                else:
                    raise StopIteration
            finally:
                shared[1] = False
        self._link = link[1]
        return link[0]


def tee(iterable, n=2, /):
    n = _index(n)
    if n < 0:
        raise ValueError("n must be >= 0")
    if n == 0:
        return ()
    first = _tee(iterable)
    return (first, *[first.__copy__() for _ in range(n - 1)])


class zip_longest:
    __slots__ = ("_sources", "_active", "_fill")

    def __init__(self, *iterables, fillvalue=None):
        self._sources = [iter(iterable) for iterable in iterables]
        self._active, self._fill = len(iterables), fillvalue

    def __iter__(self):
        return self

    def __next__(self):
        if not self._active:
            raise StopIteration
        items, sources = [], self._sources
        for index, source in enumerate(sources):
            if source is not None:
                for item in source:
                    break
                else:
                    sources[index] = None
                    self._active -= 1
                    if not self._active:
                        raise StopIteration
                    item = self._fill
            else:
                item = self._fill
            items.append(item)
        return tuple(items)
