# A deque as collections has it: a list with a free head, moved together when half of it is free.
# What queues do all the time is in _deque.cpp. `_changes` counts what would confuse an iterator.
import _meada
from types import GenericAlias

_index, _shown = _meada.root("prelude")["_index"], {}
_full, _mutated = "deque already at its maximum size", "deque mutated during iteration"


class deque:
    __slots__ = ("_items", "_head", "_maxlen", "_changes", "__weakref__")
    __module__ = "collections"
    append = _meada.method(_meada.deque_append)
    appendleft = _meada.method(_meada.deque_appendleft)
    pop = _meada.method(_meada.deque_pop)
    popleft = _meada.method(_meada.deque_popleft)
    __len__ = _meada.method(_meada.deque_length)
    __getitem__ = _meada.method(_meada.deque_getitem)
    __hash__ = None

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._items, self._head, self._maxlen, self._changes = [], 0, None, 0
        return self

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._maxlen = maxlen
        if self._items:
            self.clear()
        if iterable != ():
            self.extend(iterable)

    @property
    def maxlen(self):
        return self._maxlen

    def extend(self, iterable, /):
        if iterable is self:
            iterable = self._list()
        append = self.append
        for item in iterable:
            append(item)

    def extendleft(self, iterable, /):
        if iterable is self:
            iterable = self._list()
        appendleft = self.appendleft
        for item in iterable:
            appendleft(item)

    def clear(self):
        self._items = []
        self._head = 0
        self._changes += 1

    def copy(self):
        return type(self)(self) if self._maxlen is None else type(self)(self, self._maxlen)

    __copy__ = copy

    def __reduce__(self):
        args = () if self._maxlen is None else ((), self._maxlen)
        return (type(self), args, getattr(self, "__dict__", None) or None, iter(self))

    def count(self, value, /):
        changes, count = self._changes, 0
        for item in self._list():
            if item is value or item == value:
                count += 1
            if self._changes != changes:
                raise RuntimeError(_mutated)
        return count

    def index(self, value, start=0, stop=9223372036854775807, /):
        changes, items = self._changes, self._list()
        size = len(items)
        start, stop = _index(start), _index(stop)
        start = max(start + size, 0) if start < 0 else start
        stop = max(stop + size, 0) if stop < 0 else min(stop, size)
        for at in range(start, stop):
            item = items[at]
            found = item is value or item == value
            if self._changes != changes:
                raise RuntimeError(_mutated)
            if found:
                return at
        raise ValueError(f"{value!r} is not in deque")

    def insert(self, index, item, /):
        if self._maxlen is not None and len(self) >= self._maxlen:
            raise IndexError(_full)
        self._together().insert(index, item)
        self._changes += 1

    def remove(self, value, /):
        items, head, changes = self._items, self._head, self._changes
        for place in range(head, len(items)):
            item = items[place]
            found = item is value or item == value
            if self._changes != changes:
                raise IndexError(_mutated)
            if not found:
                continue
            if place == head:  # who waits longest is woken first
                self.popleft()
            else:
                del items[place]
                self._changes += 1
            return
        raise ValueError(f"{value!r} is not in deque")

    def reverse(self):
        self._together().reverse()

    def rotate(self, n=1, /):
        items = self._together()
        n = _index(n)
        if len(items) > 1:
            n = -n % len(items)
            if n:
                self._items = items[n:] + items[:n]
                self._changes += 1

    def _together(self):
        # The items alone, as the list that they are in.
        if self._head:
            del self._items[:self._head]
            self._head = 0
        return self._items

    def _list(self):
        return self._items[self._head:]

    def __iter__(self):
        return _iterate(self, self._changes)

    def __reversed__(self):
        return _iterate_backwards(self, self._changes)

    def __contains__(self, value):
        changes = self._changes
        found = value in (self._list() if self._head else self._items)
        if self._changes != changes:
            raise RuntimeError(_mutated)
        return found

    def _place(self, index):
        if not isinstance(index, int):
            index = _checked_index(index)
        size = len(self)
        if index < 0:
            index += size
        if not 0 <= index < size:
            raise IndexError("deque index out of range")
        return index + self._head

    def __setitem__(self, index, item):
        self._items[self._place(index)] = item

    def __delitem__(self, index):
        place = self._place(index)
        del self._items[place]
        self._changes += 1

    def _compared(self, other, compare):
        if not isinstance(other, deque):
            return NotImplemented
        return compare(self._list(), other._list())

    def __eq__(self, other):
        return self._compared(other, list.__eq__)

    def __ne__(self, other):
        return self._compared(other, list.__ne__)

    def __lt__(self, other):
        return self._compared(other, list.__lt__)

    def __le__(self, other):
        return self._compared(other, list.__le__)

    def __gt__(self, other):
        return self._compared(other, list.__gt__)

    def __ge__(self, other):
        return self._compared(other, list.__ge__)

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        made = self.copy()
        made.extend(other)
        return made

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, count):
        made = self.copy()
        made *= count
        return made

    __rmul__ = __mul__

    def __imul__(self, count):
        if not hasattr(type(count), "__index__"):
            raise TypeError("can't multiply sequence by non-int of type "
                            f"'{_meada.type_name(count)}'")
        items = self._list() * _index(count)
        self.clear()
        self.extend(items)
        return self

    def __repr__(self):
        name = type(self).__name__
        if id(self) in _shown:
            return "[...]"
        _shown[id(self)] = None
        try:
            size = "" if self._maxlen is None else f", maxlen={self._maxlen}"
            return f"{name}({self._list()!r}{size})"
        finally:
            del _shown[id(self)]

    __class_getitem__ = classmethod(GenericAlias)


def _checked_index(index):
    try:
        return _index(index)
    except TypeError:
        raise TypeError("sequence index must be integer, not "
                        f"'{type(index).__name__}'") from None


def _get_item(self, index):
    # What the native of this name leaves to Python.
    return self._items[self._place(index)]


def _iterate(self, changes):
    index = 0
    while True:
        if self._changes != changes:
            raise RuntimeError(_mutated)
        place = self._head + index
        if place >= len(self._items):
            return
        yield self._items[place]
        index += 1


def _iterate_backwards(self, changes):
    index = 1
    while True:
        if self._changes != changes:
            raise RuntimeError(_mutated)
        place = len(self._items) - index
        if place < self._head:
            return
        yield self._items[place]
        index += 1
