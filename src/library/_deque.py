# A deque as collections has it: a list with a free head, moved together when half of it is free.
# What queues do all the time is in _deque.cpp.
import _meada


class deque:
    __slots__ = ("_items", "_head", "_maxlen")
    append = _meada.method(_meada.deque_append)
    popleft = _meada.method(_meada.deque_popleft)
    __len__ = _meada.method(_meada.deque_length)

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None and maxlen < 0:
            raise ValueError("maxlen must be non-negative")
        self._items = []
        self._head = 0
        self._maxlen = maxlen
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._maxlen

    def appendleft(self, item, /):
        head = self._head
        if head == 0:
            room = len(self._items) + 4
            self._items[0:0] = [None] * room
            head = room
        self._head = head - 1
        self._items[head - 1] = item
        if self._maxlen is not None and len(self) > self._maxlen:
            self.pop()

    def pop(self):
        if self._head == len(self._items):
            raise IndexError("pop from an empty deque")
        return self._items.pop()

    def extend(self, iterable, /):
        for item in list(iterable):
            self.append(item)

    def extendleft(self, iterable, /):
        for item in list(iterable):
            self.appendleft(item)

    def clear(self):
        self._items = []
        self._head = 0

    def copy(self):
        return type(self)(self, self._maxlen)

    __copy__ = copy

    def count(self, value, /):
        return self._items[self._head:].count(value)

    def index(self, value, start=0, stop=None, /):
        items = self._items[self._head:]
        return items.index(value, start, len(items) if stop is None else stop)

    def insert(self, index, item, /):
        if self._maxlen is not None and len(self) >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        self._tidy()
        self._items.insert(index, item)

    def remove(self, value, /):
        self._tidy()
        if value not in self._items:
            raise ValueError("deque.remove(x): x not in deque")
        self._items.remove(value)

    def reverse(self):
        self._tidy()
        self._items.reverse()

    def rotate(self, n=1, /):
        self._tidy()
        items = self._items
        if items:
            n = -n % len(items)
            self._items = items[n:] + items[:n]

    def _tidy(self):
        if self._head:
            del self._items[:self._head]
            self._head = 0

    def __iter__(self):
        self._tidy()
        items, count = self._items, len(self._items)
        for index in range(count):
            if self._items is not items or self._head or len(items) != count:
                raise RuntimeError("deque mutated during iteration")
            yield items[index]

    def __reversed__(self):
        self._tidy()
        return reversed(list(self._items))

    def __contains__(self, value):
        self._tidy()
        return value in self._items

    def _place(self, index):
        if not isinstance(index, int):
            raise TypeError("sequence index must be integer, not "
                            f"'{type(index).__name__}'")
        size = len(self)
        if index < 0:
            index += size
        if not 0 <= index < size:
            raise IndexError("deque index out of range")
        return index + self._head

    def __getitem__(self, index):
        return self._items[self._place(index)]

    def __setitem__(self, index, item):
        self._items[self._place(index)] = item

    def __delitem__(self, index):
        del self._items[self._place(index)]

    def _list(self):
        return self._items[self._head:]

    def __eq__(self, other):
        return self._list() == other._list() if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return self._list() < other._list() if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self._list() <= other._list() if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return self._list() > other._list() if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return self._list() >= other._list() if isinstance(other, deque) else NotImplemented

    __hash__ = None

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError('can only concatenate deque (not "'
                            f'{type(other).__name__}") to deque')
        sum = self.copy()
        sum.extend(other)
        return sum

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, count):
        return type(self)(self._list() * count, self._maxlen)

    __rmul__ = __mul__

    def __repr__(self):
        size = "" if self._maxlen is None else f", maxlen={self._maxlen}"
        return f"{type(self).__name__}({self._list()!r}{size})"

    @classmethod
    def __class_getitem__(cls, item):
        return cls


deque.__module__ = "collections"
