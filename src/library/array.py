# array: numbers of one kind, packed in a bytearray, over natives in struct.cpp.
import _meada

__all__ = ["array", "typecodes", "ArrayType"]
typecodes = "bBuhHiIlLqQfd"

_sizes = {"b": 1, "B": 1, "u": 4, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8,
          "f": 4, "d": 8}
_names = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer",
          "H": "unsigned short", "i": "signed integer", "I": "unsigned int"}
_load, _store, _list = _meada.array_load, _meada.array_store, _meada.array_list


def _raise_range(code, value):
    # What CPython says depends on which of C's types the number first does not fit.
    if code in "Qq":
        raise OverflowError("can't convert negative int to unsigned" if code == "Q" and value < 0
                            else "int too big to convert")
    if code in "IL":
        if value < 0:
            raise OverflowError("can't convert negative value to unsigned int")
        if value >= 2 ** 64:
            raise OverflowError("Python int too large to convert to C unsigned long")
    elif not -2 ** 63 <= value < 2 ** 63:
        raise OverflowError("Python int too large to convert to C long")
    name = _names[code]
    if code == "b" and not -2 ** 15 <= value < 2 ** 15 or code == "b" and value < -128:
        name = "signed char" if -2 ** 15 <= value < -128 else "signed short integer"
    elif code == "H" and not -2 ** 31 <= value < 2 ** 31:
        name = "signed integer"
    raise OverflowError(f"{name} is {'less than minimum' if value < 0 else 'greater than maximum'}")


def _put(data, code, index, value):
    # What the native leaves: values that Python code has to make numbers of, and errors.
    if code in "fd":
        if isinstance(value, (int, float)):
            value = float(value)
        elif (method := getattr(type(value), "__float__", None)
              or getattr(type(value), "__index__", None)):
            value = float(method(value))
        else:
            raise TypeError(f"must be real number, not {type(value).__name__}")
    else:
        if not isinstance(value, int):
            if not hasattr(type(value), "__index__"):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an "
                                "integer")
            value = value.__index__()
    if _store(data, code, index, value) is not None:
        _raise_range(code, value)


def _index_of(index):
    if not hasattr(type(index), "__index__"):
        raise TypeError("array indices must be integers")
    return index.__index__()


def _new(cls, code, data):
    made = object.__new__(cls)
    made._code, made._data = code, data
    return made


class array:
    __slots__ = ("_data", "_code")

    def __new__(cls, *args, **kwargs):
        if kwargs and cls is array:
            raise TypeError("array.array() takes no keyword arguments")
        if not args:
            raise TypeError("array() takes at least 1 argument (0 given)")
        if len(args) > 2:
            raise TypeError(f"array() takes at most 2 arguments ({len(args)} given)")
        code = args[0]
        if not isinstance(code, str) or len(code) != 1:
            raise TypeError("array() argument 1 must be a unicode character, not "
                            f"{type(code).__name__}")
        if code not in _sizes:
            raise ValueError(f"bad typecode (must be {', '.join(typecodes[:-1])} or d)")
        made = _new(cls, code, bytearray())
        if len(args) == 1:
            return made
        values = args[1]
        if isinstance(values, str):
            if code != "u":
                raise TypeError("cannot use a str to initialize an array with typecode "
                                f"{code!r}")
            made.fromunicode(values)
        elif isinstance(values, (bytes, bytearray)):
            made.frombytes(values)
        elif isinstance(values, array):
            made._take(values.tolist() if values._code != code else values)
        else:
            made._take(values)
        return made

    def _take(self, values):
        if isinstance(values, array):
            self._data += values._data
            return
        data, code = self._data, self._code
        if code == "u":
            for value in values:
                self.append(value)
            return
        for value in values:
            if _store(data, code, None, value) is not None:
                _put(data, code, None, value)

    def _memory_(self):
        return self._data, self._code if self._code != "u" else "i"

    def __bytes__(self):
        return bytes(self._data)

    tobytes = __bytes__

    @property
    def typecode(self):
        return self._code

    @property
    def itemsize(self):
        return _sizes[self._code]

    def __len__(self):
        return len(self._data) // _sizes[self._code]

    def append(self, value, /):
        if self._code == "u":
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError("array item must be unicode character")
            self._data += value.encode("utf-32-le", "surrogatepass")
        elif _store(self._data, self._code, None, value) is not None:
            _put(self._data, self._code, None, value)

    def extend(self, values, /):
        if isinstance(values, array) and values._code != self._code:
            raise TypeError("can only extend with array of same kind")
        self._take(values)

    def _bytes(self, key):
        # Where in the bytes the items of a slice lie, if it has no step.
        size = _sizes[self._code]
        start, stop, step = key.indices(len(self))
        return slice(start * size, max(start, stop) * size), range(start, stop, step)

    def __getitem__(self, index):
        if self._code == "u" and not isinstance(index, slice):
            return self.tounicode()[_index_of(index)]
        item = _load(self._data, self._code, index)
        if item is not False:
            return item
        if not isinstance(index, slice):
            return _load(self._data, self._code, _index_of(index))
        where, items = self._bytes(index)
        if items.step == 1:
            return _new(type(self), self._code, self._data[where])
        size, data = _sizes[self._code], self._data
        return _new(type(self), self._code, bytearray().join(
            [data[at * size:at * size + size] for at in items]))

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            self._set_part(index, value)
        elif self._code == "u":
            where, _ = self[:]._bytes(slice(_index_of(index), None))
            self._data[where.start:where.start + 4] = array("u", value)._data
        elif _store(self._data, self._code, index, value) is not None:
            _put(self._data, self._code, _index_of(index), value)

    def _set_part(self, index, value):
        if not isinstance(value, array):
            raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
        if value._code != self._code:
            raise TypeError("bad argument type for built-in operation")
        where, items = self._bytes(index)
        if items.step == 1:
            self._data[where] = value._data
            return
        if len(items) != len(value):
            raise ValueError(f"attempt to assign array of size {len(value)} to extended slice of "
                             f"size {len(items)}")
        size, source = _sizes[self._code], bytes(value._data)
        for number, at in enumerate(items):
            self._data[at * size:at * size + size] = source[number * size:number * size + size]

    def __delitem__(self, index):
        size = _sizes[self._code]
        if isinstance(index, slice):
            where, items = self._bytes(index)
            if items.step == 1:
                del self._data[where]
                return
            for at in sorted(items, reverse=True):
                del self._data[at * size:at * size + size]
            return
        at = _index_of(index)
        if at < 0:
            at += len(self)
        if not 0 <= at < len(self):
            raise IndexError("array assignment index out of range")
        del self._data[at * size:at * size + size]

    def __iter__(self):
        return arrayiterator(self)

    def tolist(self):
        return list(self.tounicode()) if self._code == "u" else _list(self._data, self._code)

    def fromlist(self, list_, /):
        if not isinstance(list_, list):
            raise TypeError("arg must be list")
        before = len(self._data)
        try:
            self._take(list_)
        except BaseException:
            del self._data[before:]
            raise

    def frombytes(self, buffer, /):
        if isinstance(buffer, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(memoryview(buffer))
        if len(data) % _sizes[self._code]:
            raise ValueError("bytes length not a multiple of item size")
        self._data += data

    def fromunicode(self, text, /):
        if self._code != "u":
            raise ValueError("fromunicode() may only be called on unicode type arrays")
        self._data += text.encode("utf-32-le", "surrogatepass")

    def tounicode(self):
        if self._code != "u":
            raise ValueError("tounicode() may only be called on unicode type arrays")
        return self._data.decode("utf-32-le", "surrogatepass")

    def fromfile(self, f, n, /):
        size = _sizes[self._code]
        data = f.read(n * size)
        self.frombytes(data[:len(data) // size * size])
        if len(data) < n * size:
            raise EOFError("read() didn't return enough bytes")

    def tofile(self, f, /):
        f.write(self.tobytes())

    def buffer_info(self):
        return id(self._data), len(self)

    def byteswap(self):
        size = _sizes[self._code]
        swapped = bytearray(len(self._data))
        for place in range(size):
            swapped[place::size] = self._data[size - 1 - place::size]
        self._data[:] = swapped

    def count(self, value, /):
        return self.tolist().count(value)

    def index(self, value, start=0, stop=9223372036854775807, /):
        try:
            return self.tolist().index(value, start, stop)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def __contains__(self, value):
        return value in self.tolist()

    def insert(self, i, value, /):
        if not hasattr(type(i), "__index__"):
            raise TypeError(f"'{type(i).__name__}' object cannot be interpreted as an integer")
        item, size = array(self._code, [value]), _sizes[self._code]
        at = i.__index__()
        if at < 0:
            at = max(at + len(self), 0)
        self._data[at * size:at * size] = item._data

    def pop(self, i=-1, /):
        if not self._data:
            raise IndexError("pop from empty array")
        at = i if i >= 0 else i + len(self)
        if not 0 <= at < len(self):
            raise IndexError("pop index out of range")
        item = self[at]
        del self[at]
        return item

    def remove(self, value, /):
        items = self.tolist()
        if value not in items:
            raise ValueError("array.remove(x): x not in array")
        del self[items.index(value)]

    def reverse(self):
        self._data[:] = self[::-1]._data

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other._code != self._code:
            raise TypeError("bad argument type for built-in operation")
        return _new(array, self._code, self._data + other._data)

    def __radd__(self, left):
        if isinstance(left, (bytes, bytearray)):
            return left + bytes(self._data)
        return NotImplemented

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, times):
        if not hasattr(type(times), "__index__"):
            raise TypeError(f"can't multiply sequence by non-int of type '{type(times).__name__}'")
        return _new(array, self._code, self._data * times)

    __rmul__ = __mul__

    def __imul__(self, times):
        self._data *= times
        return self

    def __copy__(self):
        return _new(type(self), self._code, self._data[:])

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __reduce_ex__(self, protocol):
        names = getattr(self, "__dict__", None)
        if protocol < 3:
            return type(self), (self._code, self.tolist()), names
        return (_array_reconstructor,
                (type(self), self._code, _formats[self._code], self.tobytes()), names)

    # A bytearray compares its bytes with those of any buffer.

    def __eq__(self, other):
        if isinstance(other, bytearray):
            return self._data == other
        return self.tolist() == other.tolist() if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        if isinstance(other, bytearray):
            return self._data < other
        return self.tolist() < other.tolist() if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        if isinstance(other, bytearray):
            return self._data <= other
        return self.tolist() <= other.tolist() if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        if isinstance(other, bytearray):
            return self._data > other
        return self.tolist() > other.tolist() if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        if isinstance(other, bytearray):
            return self._data >= other
        return self.tolist() >= other.tolist() if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __repr__(self):
        if not self._data:
            return f"{type(self).__name__}({self._code!r})"
        shown = self.tounicode() if self._code == "u" else self.tolist()
        return f"{type(self).__name__}({self._code!r}, {shown!r})"

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


class arrayiterator:
    __slots__ = ("_array", "_at")

    def __init__(self, array):
        self._array, self._at = array, 0

    def __iter__(self):
        return self

    def __reduce__(self):
        if self._array is None:
            return iter, ((),)
        return iter, (self._array,), self._at

    def __setstate__(self, state):
        if self._array is not None:
            self._at = min(max(int(state), 0), len(self._array))

    def __next__(self):
        array = self._array
        if array is None or self._at >= len(array):
            self._array = None
            raise StopIteration
        self._at += 1
        return array[self._at - 1]


# Codes in pickles, which name size and form of an item whatever machine wrote them.
_formats = {"B": 0, "b": 1, "H": 2, "h": 4, "I": 6, "i": 8, "L": 10, "l": 12, "Q": 10, "q": 12,
            "f": 14, "d": 16, "u": 20}


def _array_reconstructor(cls, typecode, mformat_code, items, /):
    if mformat_code != _formats.get(typecode):
        raise NotImplementedError("pickles of arrays of another machine are not supported here")
    made = cls(typecode)
    made.frombytes(items)
    return made


array.__module__ = arrayiterator.__module__ = "array"
ArrayType = array
