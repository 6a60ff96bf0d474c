# The prelude: memoryview. A view is written in Python over the bytes or bytearray that it shows; a
# bytearray cannot change its size while there are views of it.

_item_sizes = {"c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8,
               "q": 8, "Q": 8, "n": 8, "N": 8, "P": 8, "f": 4, "d": 8}
_signed_formats = "bhilqn"
_float_formats = "fd"


def _item_from(data, format):
    if format in _float_formats:
        return _meada.float_from_bytes(data)
    if format == "c":
        return data
    number = _int.from_bytes(data, "little", signed=format in _signed_formats)
    return number != 0 if format == "?" else number


def _item_to(value, format, size):
    if format == "c":
        if not _isinstance(value, _bytes):
            raise _TypeError("memoryview: invalid type for format 'c'")
        if _length(value) != 1:
            raise _ValueError("memoryview: invalid value for format 'c'")
        return value
    if format == "?":
        return b"\1" if value else b"\0"
    if format in _float_formats:
        if not (_isinstance(value, (_int, _float)) or _special(value, "__float__") is not None):
            raise _TypeError(f"memoryview: invalid type for format {format!r}")
        return _meada.float_to_bytes(_float(value), size)
    if not _isinstance(value, _int):
        if _special(value, "__index__") is None:
            raise _TypeError(f"memoryview: invalid type for format {format!r}")
        value = _index(value)
    try:
        return _int.to_bytes(value, size, "little", signed=format in _signed_formats)
    except _OverflowError:
        raise _ValueError(f"memoryview: invalid value for format {format!r}") from None


def _product(numbers):
    result = 1
    for number in numbers:
        result *= number
    return result


class memoryview:
    __module__ = "builtins"
    # _base: the bytes or bytearray, None when released; the first item begins at byte _start.
    __slots__ = ("_object", "_base", "_start", "_shape", "_strides", "_format", "_size",
                 "_readonly", "_hash", "__weakref__")

    def __new__(cls, object):
        self = _object.__new__(cls)
        if _type_of(object) is memoryview:
            object._check()
            self._show(object._object, object._base, object._start, object._shape,
                       object._strides, object._format, object._readonly)
        elif _isinstance(object, (_bytes, _bytearray)):
            self._show(object, object, 0, (_length(object),), (1,), "B",
                       _isinstance(object, _bytes))
        else:
            memory = _bound(object, "_memory_")  # of the library's own types with a buffer
            if memory is None:
                raise _TypeError("memoryview: a bytes-like object is required, not "
                                 f"'{_name(object)}'")
            base, format = memory()
            size = _item_sizes.get(format, 1)
            self._show(object, base, 0, (_length(base) // size,), (size,), format, False)
        return self

    def _show(self, object, base, start, shape, strides, format, readonly):
        self._object, self._base, self._start = object, base, start
        self._shape, self._strides = shape, strides
        self._format, self._size = format, _item_sizes[format]
        self._readonly, self._hash = readonly, None
        if _isinstance(base, _bytearray):
            _meada.export(base, 1)

    def _derived(self, start, shape, strides, format=None, readonly=None):
        made = _object.__new__(memoryview)
        made._show(self._object, self._base, start, shape, strides,
                   self._format if format is None else format,
                   self._readonly if readonly is None else readonly)
        return made

    def _check(self):
        if self._base is None:
            raise _ValueError("operation forbidden on released memoryview object")

    def release(self):
        base = self._base
        if base is not None:
            self._base = None
            if _isinstance(base, _bytearray):
                _meada.export(base, -1)

    def __del__(self):
        if _getattr(self, "_base", None) is not None:
            self.release()

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *details):
        self.release()

    @property
    def obj(self):
        self._check()
        return self._object

    @property
    def nbytes(self):
        self._check()
        return _product(self._shape) * self._size

    @property
    def readonly(self):
        self._check()
        return self._readonly

    @property
    def format(self):
        self._check()
        return self._format

    @property
    def itemsize(self):
        self._check()
        return self._size

    @property
    def ndim(self):
        self._check()
        return _length(self._shape)

    @property
    def shape(self):
        self._check()
        return self._shape

    @property
    def strides(self):
        self._check()
        return self._strides

    @property
    def suboffsets(self):
        self._check()
        return ()

    @property
    def c_contiguous(self):
        self._check()
        return self._is_contiguous()

    @property
    def f_contiguous(self):
        self._check()
        return self._is_contiguous() and _length(self._shape) <= 1

    @property
    def contiguous(self):
        self._check()
        return self._is_contiguous()

    def _is_contiguous(self):
        size = self._size
        for length, stride in [*zip(self._shape, self._strides)][::-1]:
            if length > 1 and stride != size:
                return False
            size *= length
        return True

    def __len__(self):
        self._check()
        return self._shape[0] if self._shape else 1

    def _place(self, index, axis):
        length = self._shape[axis]
        at = _index(index)
        if at < 0:
            at += length
        if not 0 <= at < length:
            raise _IndexError(f"index out of bounds on dimension {axis + 1}")
        return at * self._strides[axis]

    def _offset(self, key, sliced="multi-dimensional slicing is not implemented"):
        # Of one item; None: the key is a slice.
        dimensions = _length(self._shape)
        if _isinstance(key, _slice):
            return None
        if _isinstance(key, _tuple):
            if dimensions == 0 and not key:
                return self._start
            if {_isinstance(part, _slice) for part in key} == {True}:
                raise _NotImplementedError(sliced)
            for part in key:
                if _special(part, "__index__") is None:
                    raise _TypeError("memoryview: invalid slice key")
            if _length(key) < dimensions:
                raise _NotImplementedError("sub-views are not implemented")
            if _length(key) > dimensions:
                raise _TypeError(f"cannot index {dimensions}-dimension view with "
                                 f"{_length(key)}-element tuple")
            return self._start + sum([self._place(part, axis) for axis, part in enumerate(key)])
        if dimensions == 0:
            raise _TypeError("invalid indexing of 0-dim memory")
        if _special(key, "__index__") is None:
            raise _TypeError("memoryview: invalid slice key")
        if dimensions > 1:
            raise _NotImplementedError("multi-dimensional sub-views are not implemented")
        return self._start + self._place(key, 0)

    def _part(self, key):
        if _length(self._shape) != 1:
            raise _NotImplementedError("multi-dimensional slicing is not implemented")
        start, stop, step = key.indices(self._shape[0])
        stride = self._strides[0]
        return self._derived(self._start + start * stride,
                             (_length(_range(start, stop, step)),), (stride * step,))

    def __getitem__(self, key):
        self._check()
        offset = self._offset(key)
        if offset is None:
            return self._part(key)
        return _item_from(_bytes(self._base[offset:offset + self._size]), self._format)

    def __setitem__(self, key, value):
        self._check()
        if self._readonly:
            raise _TypeError("cannot modify read-only memory")
        offset = self._offset(
            key, "memoryview slice assignments are currently restricted to ndim = 1")
        if offset is not None:
            self._base[offset:offset + self._size] = _item_to(value, self._format, self._size)
            return
        target = self._part(key)
        source = memoryview(value)
        if source._format != target._format or source._shape != target._shape:
            raise _ValueError("memoryview assignment: lvalue and rvalue have different structures")
        data, size, stride = source.tobytes(), target._size, target._strides[0]
        if stride == size:
            self._base[target._start:target._start + _length(data)] = data
            return
        for index in _range(target._shape[0]):
            at = target._start + index * stride
            self._base[at:at + size] = data[index * size:index * size + size]

    def __delitem__(self, key):
        raise _TypeError("cannot delete memory")

    def __iter__(self):
        self._check()
        if _length(self._shape) != 1:
            raise _NotImplementedError("multi-dimensional sub-views are not implemented"
                                       if self._shape else "invalid indexing of 0-dim memory")
        return _iter(self.tolist())

    def __contains__(self, value):
        for item in self:
            if item is value or item == value:
                return True
        return False

    def tobytes(self, order="C"):
        self._check()
        if order not in (None, "C", "F", "A"):
            raise _ValueError("order must be 'C', 'F' or 'A'")
        if self._is_contiguous():
            return _bytes(self._base[self._start:self._start + self.nbytes])
        return b"".join([_bytes(self._base[at:at + self._size]) for at in self._offsets(0, 0)])

    def __bytes__(self):
        return self.tobytes()

    def _offsets(self, axis, at):
        if axis == _length(self._shape):
            return [self._start + at]
        found = []
        for index in _range(self._shape[axis]):
            found.extend(self._offsets(axis + 1, at + index * self._strides[axis]))
        return found

    def tolist(self):
        self._check()
        data, size, format = self.tobytes(), self._size, self._format
        if format == "B" and _length(self._shape) == 1:
            return _list(data)
        items = [_item_from(data[at:at + size], format) for at in _range(0, _length(data), size)]
        for length in self._shape[:0:-1]:
            items = [items[at:at + length] for at in _range(0, _length(items), length)]
        return items if self._shape else items[0]

    def hex(self, *args, **keywords):
        return self.tobytes().hex(*args, **keywords)

    def toreadonly(self):
        self._check()
        return self._derived(self._start, self._shape, self._strides, readonly=True)

    def cast(self, format, shape=None):
        self._check()
        if not _isinstance(format, _str_type):
            raise _TypeError(f"cast() argument 'format' must be str, not {_name(format)}")
        if not self._is_contiguous():
            raise _TypeError("memoryview: casts are restricted to C-contiguous views")
        plain = format[1:] if format[:1] == "@" else format
        if plain not in _item_sizes:
            raise _ValueError("memoryview: destination format must be a native single character "
                              "format prefixed with an optional '@'")
        if self._format not in "Bbc" and plain not in "Bbc":
            raise _TypeError("memoryview: cannot cast between two non-byte formats")
        size, total = _item_sizes[plain], self.nbytes
        if total % size:
            raise _TypeError("memoryview: length is not a multiple of itemsize")
        if shape is None:
            shape = (total // size,)
        else:
            if not _isinstance(shape, (_list, _tuple)):
                raise _TypeError("shape must be a list or a tuple")
            if _length(shape) > 1 and _length(self._shape) != 1:
                raise _TypeError("memoryview: cast must be 1D -> ND or ND -> 1D")
            shape = _tuple(shape)
            if _product(shape) * size != total:
                raise _TypeError("memoryview: product(shape) * itemsize != buffer size")
        strides, step = [], size
        for length in shape[::-1]:
            strides.insert(0, step)
            step *= length
        return self._derived(self._start, shape, (*strides,), plain)

    def __eq__(self, other):
        if _type_of(other) is not memoryview:
            try:
                other = memoryview(other)
            except _TypeError:
                return _NotImplemented
        if self._base is None or other._base is None:
            return self is other
        return self._shape == other._shape and self.tolist() == other.tolist()

    def __hash__(self):
        if self._hash is None:
            self._check()
            if not self._readonly:
                raise _ValueError("cannot hash writable memoryview object")
            if self._format not in "Bbc":
                raise _ValueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
            self._hash = _hash_of(self.tobytes())
        return self._hash

    def __reduce_ex__(self, protocol):
        raise _TypeError("cannot pickle memoryview objects")

    def __repr__(self):
        released = "released " if self._base is None else ""
        return f"<{released}memory at {_object.__repr__(self).rpartition(' at ')[2]}"

    # What takes a buffer in CPython: bytes + view.
    def __radd__(self, left):
        if _isinstance(left, (_bytes, _bytearray)):
            return left + self.tobytes()
        return _NotImplemented
