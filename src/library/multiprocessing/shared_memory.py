# multiprocessing.shared_memory: blocks of memory by name, and lists in them.
import _meada
import struct
from types import GenericAlias

__all__ = ["SharedMemory", "ShareableList"]


class SharedMemory:
    _name = _buf = None

    def __init__(self, name=None, create=False, size=0):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create and size == 0:
            raise ValueError("'size' must be a positive number different from zero")
        if name is None and not create:
            raise ValueError("'name' can only be None if create=True")
        key = None if name is None else f"memory /{name.lstrip('/')}"
        if create:
            if key is not None and _meada.shared_object(key) is not None:
                raise FileExistsError(17, "File exists", f"/{name.lstrip('/')}")
            serial = _meada.shared_bytes(bytearray(size))
            if key is None:
                name = f"psm_{serial:08x}"
                key = f"memory /{name}"
            _meada.shared_name(key, serial)
        else:
            serial = _meada.shared_object(key)
            if serial is None:
                raise FileNotFoundError(2, "No such file or directory", f"/{name.lstrip('/')}")
        self._name = f"/{name.lstrip('/')}"
        self._memory = _meada.shared_object(serial)
        self._size = len(self._memory)
        self._buf = memoryview(self._memory)

    def __reduce__(self):
        return type(self), (self.name, False, self.size)

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r}, size={self.size})"

    @property
    def buf(self):
        return self._buf

    @property
    def name(self):
        return self._name[1:]

    @property
    def size(self):
        return self._size

    def close(self):
        if self._buf is not None:
            self._buf.release()
            self._buf = None

    def unlink(self):
        key = f"memory {self._name}"
        if _meada.shared_object(key) is None:
            raise FileNotFoundError(2, "No such file or directory", self._name)
        _meada.shared_name(key, None)


_ALIGNMENT = 8


class ShareableList:
    # In memory: how many there are; how far each one's place reaches; each one's format; its kind
    # (what is to be done with its bytes); the items.
    def __init__(self, sequence=None, *, name=None):
        if name is None or sequence is not None:
            self._make(tuple(sequence or ()), name)
        else:
            self.shm = SharedMemory(name)
        buf = self.shm.buf
        count, = struct.unpack_from("q", buf, 0)
        self._ends = list(struct.unpack_from(f"{count + 1}q", buf, 8))
        self._formats_at = 8 + 8 * (count + 1)
        self._items_at = self._formats_at + 8 * count

    def _make(self, items, name):
        sizes = [_room_for(item) for item in items]
        ends = [0]
        for size in sizes:
            ends.append(ends[-1] + size)
        header = struct.pack(f"{len(items) + 2}q", len(items), *ends)
        start = len(header) + 8 * len(items)
        self.shm = SharedMemory(name, create=True, size=start + ends[-1])
        self.shm.buf[:len(header)] = header
        for index, item in enumerate(items):
            at = start + ends[index]
            _write(self.shm.buf, len(header) + 8 * index, at, sizes[index], item)

    def _position(self, position):
        if not isinstance(position, int):
            raise TypeError("list indices must be integers")
        count = len(self._ends) - 1
        if position < 0:
            position += count
        if not 0 <= position < count:
            raise IndexError("index out of range")
        return position

    def __getitem__(self, position):
        position = self._position(position)
        return _read(self.shm.buf, self._formats_at + 8 * position,
                     self._items_at + self._ends[position])

    def __setitem__(self, position, value):
        try:
            position = self._position(position)
        except IndexError:
            raise IndexError("assignment index out of range") from None
        room = self._ends[position + 1] - self._ends[position]
        if isinstance(value, (str, bytes)):
            data = value.encode() if isinstance(value, str) else value
            if len(data) > room:
                raise ValueError("bytes/str item exceeds available storage")
        _write(self.shm.buf, self._formats_at + 8 * position,
               self._items_at + self._ends[position], room, value)

    def __reduce__(self):
        return _rebuild_list, (type(self), self.shm.name)

    def __len__(self):
        return len(self._ends) - 1

    def __repr__(self):
        return f"{type(self).__name__}({list(self)}, name={self.shm.name!r})"

    @property
    def format(self):
        return "".join(_format_of(self[index], self._ends[index + 1] - self._ends[index])
                       for index in range(len(self)))

    def count(self, value):
        return sum(value == item for item in self)

    def index(self, value):
        for position, item in enumerate(self):
            if value == item:
                return position
        raise ValueError(f"{value!r} not in this container")

    __class_getitem__ = classmethod(GenericAlias)


def _rebuild_list(cls, name):
    return cls(name=name)


def _room_for(item):
    if isinstance(item, (str, bytes)):
        size = len(item.encode() if isinstance(item, str) else item)
        return _ALIGNMENT * (size // _ALIGNMENT + 1)
    return _ALIGNMENT


def _format_of(item, room):
    if isinstance(item, (str, bytes)):
        return f"{room}s"
    if item is None:
        return "xxxxxx?x"
    return "xxxxxxx?" if isinstance(item, bool) else "d" if isinstance(item, float) else "q"


def _write(buf, format_at, at, room, item):
    # The format: its kind and, of text, its length.
    size = 0
    if isinstance(item, bool):
        kind, data = b"?", struct.pack("?", item)
    elif isinstance(item, int):
        kind, data = b"q", struct.pack("q", item)
    elif isinstance(item, float):
        kind, data = b"d", struct.pack("d", item)
    elif item is None:
        kind, data = b"n", b""
    elif isinstance(item, (str, bytes)):
        kind = b"u" if isinstance(item, str) else b"s"
        # Zeros at the end are not kept, as the length is not.
        data = (item.encode() if isinstance(item, str) else item).rstrip(b"\0")
        size = len(data)
    else:
        raise KeyError(type(item))
    buf[format_at:format_at + 8] = struct.pack("=cI3x", kind, size)
    buf[at:at + len(data)] = data


def _read(buf, format_at, at):
    kind, size = struct.unpack("=cI3x", bytes(buf[format_at:format_at + 8]))
    if kind == b"n":
        return None
    if kind in b"us":
        data = bytes(buf[at:at + size])
        return data.decode() if kind == b"u" else data
    return struct.unpack_from(kind.decode(), buf, at)[0]
