# struct: values as bytes by a format, over natives in struct.cpp. What needs a call of Python code
# to become a number is made one here, and the native asked again.
import _meada

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct",
           "error"]

_pack, _unpack, _size = _meada.struct_pack, _meada.struct_unpack, _meada.struct_size


class error(Exception):
    pass


error.__module__ = "struct"


def _numbers_made(format, values, at, code):
    value = values[at]
    try:
        if code == "?":
            value = bool(value)
        elif code in "efd":
            if not hasattr(type(value), "__float__") and not hasattr(type(value), "__index__"):
                raise error("required argument is not a float")
            value = float(value)
        elif hasattr(type(value), "__index__"):
            value = value.__index__()
        else:
            raise error("required argument is not an integer")
    except OverflowError:
        raise error("argument out of range") from None
    return (*values[:at], value, *values[at + 1:])


def _packed(format, values, what):
    if not isinstance(format, (str, bytes)):
        raise TypeError("Struct() argument 1 must be a str or bytes object, not "
                        f"{type(format).__name__}")
    while True:
        result = _pack(format, values, what)
        if type(result) is bytes:
            return result
        if type(result) is str:
            raise error(result)
        values = _numbers_made(format, values, *result)


def pack(*args):
    if not args:
        raise TypeError("missing format argument")
    return _packed(args[0], args[1:], "pack")


def calcsize(format, /):
    if not isinstance(format, (str, bytes)):
        raise TypeError("Struct() argument 1 must be a str or bytes object, not "
                        f"{type(format).__name__}")
    size = _size(format)
    if type(size) is str:
        raise error(size)
    return size


def _bytes_of(buffer):
    if isinstance(buffer, (bytes, bytearray)):
        return buffer
    try:
        return memoryview(buffer).tobytes()
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(buffer).__name__}'") from None


def _part_of(buffer, place, size):
    # As many bytes of it, from the place that is found for its length: no others are touched.
    try:
        view = memoryview(buffer)
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(buffer).__name__}'") from None
    if not view.contiguous:
        view = memoryview(view.tobytes())
    view = view.cast("B")
    at = place(len(view))
    return view[at:at + size].tobytes()


def unpack(format, buffer, /):
    if not isinstance(buffer, (bytes, bytearray)):
        buffer = _bytes_of(buffer)
    size = calcsize(format)
    if len(buffer) != size:
        raise error(f"unpack requires a buffer of {size} bytes")
    return _unpack(format, buffer, 0)


def _place(what, verb, size, offset, length, too_short):
    if offset < 0:
        if offset + size > 0:
            raise error(f"{too_short} {size} bytes at offset {offset}")
        if offset + length < 0:
            raise error(f"offset {offset} out of range for {length}-byte buffer")
        offset += length
    if length - offset < size:
        raise error(f"{what} requires a buffer of at least {size + offset} bytes for {verb} {size} "
                    f"bytes at offset {offset} (actual buffer size is {length})")
    return offset


def unpack_from(format, /, buffer, offset=0):
    size = calcsize(format)

    def place(length):
        return _place("unpack_from", "unpacking", size, offset, length,
                      "not enough data to unpack")
    if isinstance(buffer, (bytes, bytearray)):
        return _unpack(format, buffer, place(len(buffer)))
    return _unpack(format, _part_of(buffer, place, size), 0)


def pack_into(*args):
    if len(args) < 3:
        missing = ("format", "buffer", "offset")[len(args)]
        raise error(f"pack_into expected {missing} argument")
    format, buffer, offset, *values = args
    if isinstance(buffer, bytes):
        raise TypeError("argument must be read-write bytes-like object, not bytes")
    view = memoryview(buffer)
    if view.readonly:
        raise TypeError("argument must be read-write bytes-like object, not memoryview")
    view = view.cast("B")
    data = _packed(format, tuple(values), "pack_into")
    offset = _place("pack_into", "packing", len(data), offset, len(view), "no space to pack")
    view[offset:offset + len(data)] = data


def iter_unpack(format, buffer, /):
    size, buffer = calcsize(format), _bytes_of(buffer)
    if not size:
        raise error("cannot iteratively unpack with a struct of length 0")
    if len(buffer) % size:
        raise error(f"iterative unpacking requires a buffer of a multiple of {size} bytes")
    return unpack_iterator(format, buffer, size)


class unpack_iterator:
    def __init__(self, format, buffer, size):
        self._format, self._buffer, self._size = format, buffer, size
        self._at = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self._at >= len(self._buffer):
            raise StopIteration
        self._at += self._size
        return _unpack(self._format, self._buffer, self._at - self._size)

    def __length_hint__(self):
        return (len(self._buffer) - self._at) // self._size


class Struct:
    def __init__(self, format):
        self.size = calcsize(format)
        self.format = format if isinstance(format, str) else format.decode()

    def pack(self, *values):
        return _packed(self.format, values, "pack")

    def pack_into(self, buffer, offset, *values):
        pack_into(self.format, buffer, offset, *values)

    def unpack(self, buffer, /):
        return unpack(self.format, buffer)

    def unpack_from(self, /, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer, /):
        return iter_unpack(self.format, buffer)


Struct.__module__ = unpack_iterator.__module__ = "_struct"
