# multiprocessing.sharedctypes: values and arrays in memory that all processes share.
import _meada
import ctypes

from . import context, get_context

__all__ = ["RawValue", "RawArray", "Value", "Array", "copy", "synchronized"]

typecode_to_type = {
    "c": ctypes.c_char, "u": ctypes.c_wchar, "b": ctypes.c_byte, "B": ctypes.c_ubyte,
    "h": ctypes.c_short, "H": ctypes.c_ushort, "i": ctypes.c_int, "I": ctypes.c_uint,
    "l": ctypes.c_long, "L": ctypes.c_ulong, "q": ctypes.c_longlong, "Q": ctypes.c_ulonglong,
    "f": ctypes.c_float, "d": ctypes.c_double}


def _type_of(typecode_or_type):
    return typecode_to_type.get(typecode_or_type, typecode_or_type)


def _new_value(kind):
    return _placed(kind, _meada.shared_bytes(bytearray(kind._size)))


def _placed(kind, serial):
    obj = kind.__new__(kind)
    obj._place(memoryview(_meada.shared_object(serial))[:kind._size])
    obj._shared = serial
    return obj


def _array_of(kind, length):
    made = kind * length
    if made.__module__ == "__main__":
        made.__module__ = "multiprocessing.sharedctypes"
    return made


def RawValue(typecode_or_type, *args):
    kind = _type_of(typecode_or_type)
    obj = _new_value(kind)
    if args and hasattr(kind, "_fields_"):
        obj._memory[:] = kind(*args)._memory
    elif args:
        obj.value, = args
    return obj


def RawArray(typecode_or_type, size_or_initializer):
    kind = _type_of(typecode_or_type)
    if isinstance(size_or_initializer, int):
        return _new_value(_array_of(kind, size_or_initializer))
    made = _array_of(kind, len(size_or_initializer))
    obj = _new_value(made)
    for index, value in enumerate(size_or_initializer):
        obj[index] = value
    return obj


def Value(typecode_or_type, *args, lock=True, ctx=None):
    obj = RawValue(typecode_or_type, *args)
    return obj if lock is False else _synchronized_with(obj, lock, ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    obj = RawArray(typecode_or_type, size_or_initializer)
    return obj if lock is False else _synchronized_with(obj, lock, ctx)


def _synchronized_with(obj, lock, ctx):
    if lock in (True, None):
        lock = (ctx or get_context()).RLock()
    if not hasattr(lock, "acquire"):
        raise AttributeError(f"{lock!r} has no method 'acquire'")
    return synchronized(obj, lock, ctx=ctx)


def copy(obj):
    new = _new_value(type(obj))
    new._memory[:] = obj._memory
    return new


def synchronized(obj, lock=None, ctx=None):
    assert not isinstance(obj, SynchronizedBase), "object already synchronized"
    ctx = ctx or get_context()
    if isinstance(obj, (ctypes._SimpleCData, ctypes.c_wchar)):
        return Synchronized(obj, lock, ctx)
    if isinstance(obj, ctypes.Array):
        kind = SynchronizedString if obj._type_ is ctypes.c_char else SynchronizedArray
        return kind(obj, lock, ctx)
    names = {name: _guarded(name) for name, _ in obj._fields_}
    return type("Synchronized" + type(obj).__name__, (SynchronizedBase,), names)(obj, lock, ctx)


def _guarded(name):
    def get(self):
        with self:
            return getattr(self._obj, name)

    def put(self, value):
        with self:
            setattr(self._obj, name, value)
    return property(get, put)


class SynchronizedBase:
    def __init__(self, obj, lock=None, ctx=None):
        self._obj = obj
        self._lock = lock or (ctx or get_context()).RLock()
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __reduce__(self):
        context.assert_spawning(self)
        return synchronized, (self._obj, self._lock)

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __repr__(self):
        return f"<{type(self).__name__} wrapper for {self._obj}>"


class Synchronized(SynchronizedBase):
    value = _guarded("value")


class SynchronizedArray(SynchronizedBase):
    def __len__(self):
        return len(self._obj)

    def __getitem__(self, i):
        with self:
            return self._obj[i]

    def __setitem__(self, i, value):
        with self:
            self._obj[i] = value

    def __getslice__(self, start, stop):
        with self:
            return self._obj[start:stop]

    def __setslice__(self, start, stop, values):
        with self:
            self._obj[start:stop] = values


class SynchronizedString(SynchronizedArray):
    value = _guarded("value")
    raw = _guarded("raw")


def _reduce_shared(obj):
    # In a child that is spawned it lies in the same memory.
    context.assert_spawning(obj)
    kind = type(obj)
    if isinstance(obj, ctypes.Array):
        return _rebuild_array, (kind._type_, kind._length_, obj._shared)
    return _placed, (kind, obj._shared)


def _rebuild_array(kind, length, serial):
    return _placed(_array_of(kind, length), serial)


ctypes._CData.__reduce__ = _reduce_shared
