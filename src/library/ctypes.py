# ctypes: plain C types as values and arrays in memory, as multiprocessing shares them. There are no
# pointers, no functions and no libraries.
import struct as _struct



class _Type(type):
    def __mul__(cls, length):
        if not isinstance(length, int):
            raise TypeError("can't multiply sequence by non-int of type "
                            f"{type(length).__name__!r}")
        if length < 0:
            raise ValueError("Array length must be >= 0, not %d" % length)
        return _array_type(cls, length)

    __rmul__ = __mul__

    def from_buffer(cls, source, offset=0):
        self = cls.__new__(cls)
        self._place(memoryview(source).cast("B")[offset:offset + cls._size])
        return self


class _CData(metaclass=_Type):
    _size = 0

    def _place(self, memory):
        self._memory = memory

    def _allocate(self):
        self._place(memoryview(bytearray(self._size)))


class _SimpleCData(_CData):
    _default = 0

    def __init__(self, value=None):
        self._allocate()
        if value is not None:
            self.value = value

    def _place(self, memory):
        self._memory = memory
        self._items = memory.cast(self._code)

    @property
    def value(self):
        return self._items[0]

    @value.setter
    def value(self, value):
        self._items[0] = self._converted(value)

    @classmethod
    def _converted(cls, value):
        # As C: too large numbers lose their upper bits.
        if not isinstance(value, int):
            raise TypeError(
                f"'{type(value).__name__}' object cannot be interpreted as an integer")
        bits = cls._size * 8
        value &= (1 << bits) - 1
        if cls._code.islower() and value >> (bits - 1):
            value -= 1 << bits
        return value

    def __bool__(self):
        return bool(self.value)

    def __repr__(self):
        base = type(self)
        name = base.__name__
        if base.__base__ is not _SimpleCData:
            return object.__repr__(self)
        return f"{name}({self.value!r})"


class _Float(_SimpleCData):
    @classmethod
    def _converted(cls, value):
        if not isinstance(value, (int, float)):
            raise TypeError(f"must be real number, not {type(value).__name__}")
        return float(value)


class _Boolean(_SimpleCData):
    @classmethod
    def _converted(cls, value):
        return bool(value)


class _Character(_SimpleCData):
    @classmethod
    def _converted(cls, value):
        if isinstance(value, int) and 0 <= value < 256:
            return bytes((value,))
        if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise TypeError("one character bytes, bytearray or integer expected")
        return bytes(value)


class c_wchar(_CData):
    _code, _size = "w", 4

    def __init__(self, value="\0"):
        self._allocate()
        self.value = value

    @property
    def value(self):
        return bytes(self._memory).decode("utf-32-le")

    @value.setter
    def value(self, value):
        if not isinstance(value, str) or len(value) != 1:
            raise TypeError("unicode string expected instead of "
                            f"{type(value).__name__} instance")
        self._memory[:] = value.encode("utf-32-le")

    def __repr__(self):
        return f"c_wchar({self.value!r})"


def _simple(name, code, base=_SimpleCData):
    return _Type(name, (base if base is _SimpleCData else _SimpleCData,),
                 {"_code": code, "_size": _struct.calcsize(code), "_type_": code,
                  "_converted": base.__dict__["_converted"], "__module__": "ctypes"})


c_byte = _simple("c_byte", "b")
c_ubyte = _simple("c_ubyte", "B")
c_short = _simple("c_short", "h")
c_ushort = _simple("c_ushort", "H")
c_int = _simple("c_int", "i")
c_uint = _simple("c_uint", "I")
c_long = _simple("c_long", "l")
c_ulong = _simple("c_ulong", "L")
c_float = _simple("c_float", "f", _Float)
c_double = _simple("c_double", "d", _Float)
c_bool = _simple("c_bool", "?", _Boolean)
c_char = _simple("c_char", "c", _Character)
c_int8, c_uint8, c_int16, c_uint16 = c_byte, c_ubyte, c_short, c_ushort
c_int32, c_uint32, c_int64, c_uint64 = c_int, c_uint, c_long, c_ulong
c_longlong, c_ulonglong, c_size_t, c_ssize_t = c_long, c_ulong, c_ulong, c_long
c_time_t = c_long


class Array(_CData):
    def __init__(self, *values):
        self._allocate()
        if len(values) > self._length_:
            raise IndexError("invalid index")
        for index, value in enumerate(values):
            self[index] = value

    def _place(self, memory):
        self._memory = memory
        kind = self._type_
        self._items = memory.cast(kind._code) if issubclass(kind, _SimpleCData) else None

    def __len__(self):
        return self._length_

    def _element(self, index):
        size = self._type_._size
        element = self._type_.__new__(self._type_)
        element._place(self._memory[index * size:(index + 1) * size])
        return element

    def _index(self, index):
        if index < 0:
            index += self._length_
        if not 0 <= index < self._length_:
            raise IndexError("invalid index")
        return index

    def __getitem__(self, index):
        if isinstance(index, slice):
            if self._items is not None and self._type_._code != "c":
                return self._items[index].tolist()
            found = [self[number] for number in range(*index.indices(self._length_))]
            return b"".join(found) if self._type_ is c_char else found
        index = self._index(index)
        if self._items is not None:
            return self._items[index]
        element = self._element(index)
        return element.value if self._type_ is c_wchar else element

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            places = range(*index.indices(self._length_))
            if len(places) != len(value):
                raise ValueError("Can only assign sequence of same size")
            for place, item in zip(places, value):
                self[place] = item
            return
        index = self._index(index)
        if self._items is not None:
            if isinstance(value, self._type_):
                value = value.value
            self._items[index] = self._type_._converted(value)
        elif self._type_ is c_wchar:
            self._element(index).value = value
        else:
            size = self._type_._size
            if isinstance(value, tuple):
                value = self._type_(*value)
            elif not isinstance(value, self._type_):
                raise TypeError(f"incompatible types, {type(value).__name__} instance instead of "
                                f"{self._type_.__name__} instance")
            self._memory[index * size:(index + 1) * size] = value._memory

    def __iter__(self):
        for index in range(self._length_):
            yield self[index]


def _get_raw(self):
    return bytes(self._memory)


def _set_raw(self, data):
    if len(data) > self._size:
        raise ValueError("byte string too long")
    self._memory[:len(data)] = data


def _get_text(self):
    return bytes(self._memory).partition(b"\0")[0]


def _set_text(self, data):
    if not isinstance(data, bytes):
        raise TypeError(f"bytes expected instead of {type(data).__name__} instance")
    if len(data) > self._size:
        raise ValueError("byte string too long")
    self._memory[:len(data)] = data
    if len(data) < self._size:
        self._memory[len(data)] = 0


_array_types = {}


def _array_type(kind, length):
    if (kind, length) in _array_types:
        return _array_types[kind, length]
    names = {"_type_": kind, "_length_": length, "_size": kind._size * length,
             "__module__": kind.__module__ if kind.__module__ != "ctypes" else "__main__"}
    if kind is c_char:
        names["value"], names["raw"] = property(_get_text, _set_text), property(_get_raw, _set_raw)
    made = _array_types[kind, length] = _Type(f"{kind.__name__}_Array_{length}", (Array,), names)
    return made


class _Field:
    def __init__(self, kind, offset):
        self._kind, self.offset, self.size = kind, offset, kind._size

    def _value(self, structure):
        value = self._kind.__new__(self._kind)
        value._place(structure._memory[self.offset:self.offset + self.size])
        return value

    def __get__(self, structure, owner=None):
        if structure is None:
            return self
        value = self._value(structure)
        return value.value if isinstance(value, (_SimpleCData, c_wchar)) else value

    def __set__(self, structure, value):
        place = self._value(structure)
        if isinstance(place, (_SimpleCData, c_wchar)):
            place.value = value.value if isinstance(value, self._kind) else value
        elif isinstance(value, bytes) and hasattr(place, "raw"):
            place.value = value
        else:
            place._memory[:] = value._memory


class _StructureType(_Type):
    def __init__(cls, name, bases, names):
        super().__init__(name, bases, names)
        if "_fields_" in names:
            cls._lay_out(names["_fields_"])

    def _lay_out(cls, fields):
        offset, largest = 0, 1
        for field in fields:
            name, kind = field
            alignment = _alignment(kind)
            largest = max(largest, alignment)
            offset += -offset % alignment
            setattr(cls, name, _Field(kind, offset))
            offset += kind._size
        cls._alignment = largest
        cls._size = offset + -offset % largest


def _alignment(kind):
    if issubclass(kind, Array):
        return _alignment(kind._type_)
    return getattr(kind, "_alignment", kind._size)


class Structure(_CData, metaclass=_StructureType):
    _fields_ = ()

    def __init__(self, *values, **named):
        self._allocate()
        if len(values) > len(self._fields_):
            raise TypeError("too many initializers")
        for (name, _), value in zip(self._fields_, values):
            setattr(self, name, value)
        for name, value in named.items():
            setattr(self, name, value)


def sizeof(obj_or_type, /):
    if not isinstance(obj_or_type, (_CData, _Type)):
        raise TypeError("this type has no size")
    return obj_or_type._size


def create_string_buffer(init, size=None):
    if isinstance(init, bytes):
        buffer = (c_char * (len(init) + 1 if size is None else size))()
        buffer.value = init
        return buffer
    if isinstance(init, int):
        return (c_char * init)()
    raise TypeError(init)

