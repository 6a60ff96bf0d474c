# itertools: iterators made of iterators. Those that only choose from what they have collected step
# natively, in itertools.cpp. `for item in source: return item` is the fastest way to take one item:
# no exception says that there is none.
import _meada

_index = _meada.root("prelude")["_index"]
_missing = object()
_nothing = iter(())
_limit = 9223372036854775807


def _places(state, counts):
    # What a pickle says of where each of the indices is, within what there is.
    if not isinstance(state, tuple) or len(state) != len(counts):
        raise ValueError("invalid arguments")
    return [min(max(_index(place), 0), count - 1) for place, count in zip(state, counts)]


class accumulate:
    __slots__ = ("_source", "_function", "_total", "_initial")

    def __init__(self, iterable, func=None, *, initial=None):
        self._source, self._function = iter(iterable), func
        self._total, self._initial = _missing, initial

    def __iter__(self):
        return self

    def __reduce__(self):
        function = self._function
        if self._initial is not None:
            return type(self), (chain([self._initial], self._source), function), None
        if self._total is None:
            return islice, (accumulate(chain([None], self._source), function), 1, None)
        total = None if self._total is _missing else self._total
        return type(self), (self._source, function), total

    def __setstate__(self, state):
        self._total = state

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
        self._sources, self._current = iter(iterables), _nothing

    @classmethod
    def from_iterable(cls, iterable, /):
        self = cls()
        self._sources = iter(iterable)
        return self

    def __iter__(self):
        return self

    def __reduce__(self):
        if self._sources is self._current:
            return type(self), ()
        if self._current is _nothing:
            return type(self), (), (self._sources,)
        return type(self), (), (self._sources, self._current)

    def __setstate__(self, state):
        if not isinstance(state, tuple):
            raise TypeError("state is not a tuple")
        if not 1 <= len(state) <= 2:
            raise TypeError("function takes at most 2 arguments "
                            f"({len(state)} given)" if state else
                            "function missing required argument 'source' (pos 1)")
        if not all(hasattr(type(each), "__next__") for each in state):
            raise TypeError("Arguments must be iterators.")
        self._sources, self._current = (*state, _nothing)[:2]

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


# How combinations are pickled: what they choose from, and what they have chosen last.
def _reduced_choice(self):
    if self._state == 2:
        return type(self), ((), len(self._indices))
    made = type(self), (self._pool, len(self._indices))
    return (*made, tuple(self._indices)) if self._state else made


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

    __reduce__ = _reduced_choice

    def __setstate__(self, state):
        count, r = len(self._pool), len(self._indices)
        self._indices = _places(state, range(count - r + 1, count + 1))
        self._state = 1


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

    __reduce__ = _reduced_choice

    def __setstate__(self, state):
        self._indices = _places(state, [len(self._pool)] * len(self._indices))
        self._state = 1


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

    def __reduce__(self):
        if self._state == 2:
            return type(self), ((), len(self._cycles))
        made = type(self), (self._pool, len(self._cycles))
        return (*made, (tuple(self._indices), tuple(self._cycles))) if self._state else made

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) != 2:
            raise TypeError("state is not a tuple")
        count = len(self._pool)
        self._indices = _places(state[0], [count] * count)
        self._cycles = [min(max(_index(left), 1), count - at)
                        for at, left in enumerate(state[1])]
        self._state = 1


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

    def __reduce__(self):
        if self._state == 2 and all(self._pools):
            return type(self), ((),)
        made = type(self), self._pools
        return (*made, tuple(self._indices)) if self._state == 1 else made

    def __setstate__(self, state):
        if all(self._pools):
            self._indices = _places(state, [len(pool) for pool in self._pools])
            self._state = 1


class compress:
    __slots__ = ("_data", "_selectors")

    def __init__(self, data, selectors):
        self._data, self._selectors = iter(data), iter(selectors)

    def __iter__(self):
        return self

    def __reduce__(self):
        return type(self), (self._data, self._selectors)

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
    # _again: what comes from the source has been saved before.
    __slots__ = ("_source", "_saved", "_again")

    def __init__(self, iterable, /):
        self._source, self._saved, self._again = iter(iterable), [], False

    def __iter__(self):
        return self

    def __reduce__(self):
        saved = self._saved
        if self._source is not None:
            return type(self), (self._source,), (saved, self._again)
        again = iter(saved[1:])
        again.__setstate__(saved[0] % max(len(saved) - 1, 1))
        return type(self), (again,), (saved[1:], True)

    def __setstate__(self, state):
        if not isinstance(state, tuple):
            raise TypeError("state is not a tuple")
        saved, self._again = state
        self._saved = saved

    def __next__(self):
        source = self._source
        if source is not None:
            for item in source:
                if not self._again:
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

    def __reduce__(self):
        return type(self), (self._predicate, self._source), 0 if self._dropping else 1

    def __setstate__(self, state):
        self._dropping = not state

    def __next__(self):
        for item in self._source:
            if self._dropping:
                if self._predicate(item):
                    continue
                self._dropping = False
            return item
        raise StopIteration


class filterfalse:
    __slots__ = ("_given", "_function", "_source")

    def __init__(self, function, iterable, /):
        self._given, self._source = function, iter(iterable)
        self._function = bool if function is None else function

    def __iter__(self):
        return self

    def __reduce__(self):
        return type(self), (self._given, self._source)

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

    def __reduce__(self):
        made = type(self), (self._source, self._function)
        if any(part is _missing for part in (self._key, self._value, self._target)):
            return made
        return (*made, (self._key, self._value, self._target))

    def __setstate__(self, state):
        if not isinstance(state, tuple):
            raise TypeError("state is not a tuple")
        self._key, self._value, self._target = state

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

    def __reduce__(self):
        if self._parent._group is not self:
            return iter, ((),)
        return type(self), (self._parent, self._key)

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

    def __reduce__(self):
        if self._source == ():
            return type(self), (iter([]), 0), 0
        stop = None if self._stop == _limit else self._stop
        return type(self), (self._source, self._next, stop, self._step), self._taken

    def __setstate__(self, state):
        self._taken = _index(state)

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

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'pairwise' object" if protocol < 2 else
                        "cannot pickle 'itertools.pairwise' object")

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

    def __reduce__(self):
        return type(self), (self._function, self._source)

    def __next__(self):
        for arguments in self._source:
            return self._function(*iter(arguments))
        raise StopIteration


class takewhile:
    __slots__ = ("_predicate", "_source", "_over")

    def __init__(self, predicate, iterable, /):
        self._predicate, self._source, self._over = predicate, iter(iterable), False

    def __iter__(self):
        return self

    def __reduce__(self):
        return type(self), (self._predicate, self._source), 1 if self._over else 0

    def __setstate__(self, state):
        self._over = bool(state)

    def __next__(self):
        if self._over:
            raise StopIteration
        for item in self._source:
            if self._predicate(item):
                return item
            self._over = True
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

    def __reduce__(self):
        items, link = [], self._link
        while link:
            items.append(link[0])
            link = link[1]
        return type(self), ((),), (self._shared[0], items)

    def __setstate__(self, state):
        source, items = state
        self._shared, self._link = [source, False], []
        for item in reversed(items):
            self._link = [item, self._link]

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

    def __reduce__(self):
        sources = [() if source is None else source for source in self._sources]
        return type(self), tuple(sources), self._fill

    def __setstate__(self, state):
        self._fill = state

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
