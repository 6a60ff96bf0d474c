# _pickle: objects as bytes and back. Plain values are written and read natively; what has to call
# Python code is handed over to the functions here, which leave steps of work for the native half.
import _meada
import _io
import copyreg
import functools
from _pickle_names import (encode, extension_code, find, module_text, new_name, old_name,
                           place_of)

_write, _read = _meada.pickle_write, _meada.pickle_read
_FUNCTION = type(lambda: None)
_SAVE, _PLAIN, _EMIT, _MEMOIZE, _ITEMS, _PAIRS = range(6)  # PickleStep
_ASKS_IDS, _NO_MEMO = 1, 2
_DEFAULT, _HIGHEST = 4, 5
_missing = object()


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


class _Writer:
    __slots__ = ("work", "done", "frame_at", "frame_size", "memo", "kept", "protocol", "flags",
                 "fix_imports", "pickler")

    def __init__(self, protocol, fix_imports):
        if protocol is None:
            protocol = _DEFAULT
        elif not hasattr(type(protocol), "__index__"):
            raise TypeError(
                f"'{_meada.type_name(protocol)}' object cannot be interpreted as an integer")
        elif protocol < 0:
            protocol = _HIGHEST
        elif protocol > _HIGHEST:
            raise ValueError(f"pickle protocol must be <= {_HIGHEST}")
        self.protocol = int(protocol)
        self.fix_imports = fix_imports and protocol < 3
        self.work, self.flags, self.pickler = [], 0, None
        self.forget()

    def forget(self):
        self.memo, self.kept = {}, _meada.counted([])

    def write(self, obj):
        self.done, self.frame_at, self.frame_size = [], -1, 0
        if self.protocol >= 2:
            self.done.append(bytes((0x80, self.protocol)))
        self.work = [b".", 0, 0, _EMIT, obj, 0, 0, _SAVE]
        while (asked := _write(self)) is not None:
            if asked is not True:
                obj, plain = asked
                if plain:
                    self.save(obj)
                else:
                    self.save_id(obj)
        return b"".join(self.done)

    def push(self, *steps):
        # Steps (object, kind), the one to be done first in front.
        work = self.work
        for obj, kind in reversed(steps):
            work += (obj, 0, 0, kind)

    def save_id(self, obj):
        number = self.pickler._asks_id(obj)
        if number is None:
            self.push((obj, _PLAIN))
        elif self.protocol > 0:
            self.push((number, _PLAIN), (b"Q", _EMIT))
        else:
            text = str(number)
            if not text.isascii():
                raise PicklingError("persistent IDs in protocol 0 must be ASCII strings")
            self.push((f"P{text}\n".encode(), _EMIT))

    def save(self, obj):
        kind = type(obj)
        plain = _plain.get(kind)
        if plain is not None:
            return plain(self, obj)
        pickler, reduced = self.pickler, NotImplemented
        table = copyreg.dispatch_table
        if pickler is not None:
            if hasattr(pickler, "reducer_override"):
                reduced = pickler.reducer_override(obj)
            table = getattr(pickler, "dispatch_table", table)
        if reduced is NotImplemented:
            if kind is type:
                return self.save_type(obj)
            if kind is _FUNCTION:
                return self.save_global(obj)
            reducer = table.get(kind)
            if reducer is not None:
                reduced = reducer(obj)
            elif issubclass(kind, type):
                return self.save_global(obj)
            else:
                reduced = obj.__reduce_ex__(self.protocol)
        if isinstance(reduced, str):
            return self.save_global(obj, reduced)
        if not isinstance(reduced, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        self.save_reduced(obj, reduced)

    def save_type(self, cls):
        for value in (None, Ellipsis, NotImplemented):
            if cls is type(value):
                return self.save_reduced(cls, (type, (value,)))
        self.save_global(cls)

    def save_global(self, obj, name=None):
        protocol = self.protocol
        module, name, parent = place_of(obj, name, PicklingError)
        if protocol >= 2:
            code = extension_code(module, name)
            if code is not None:
                form, size = (b"\x82", 1) if code < 256 else (b"\x83", 2)
                if code > 0xffff:
                    form, size = b"\x84", 4
                return self.push((form + code.to_bytes(size, "little"), _EMIT))
        if protocol >= 4:
            self.push((module_text(obj, module), _SAVE), (name, _SAVE), (b"\x93", _EMIT),
                      (obj, _MEMOIZE))
        elif parent is not None:
            self.save_reduced(obj, (getattr, (parent, name.rpartition(".")[2])))
        else:
            if self.fix_imports:
                module, name = old_name(module, name)
            try:
                line = f"c{module}\n{name}\n".encode("utf-8" if protocol == 3 else "ascii")
            except UnicodeEncodeError:
                raise PicklingError(f"can't pickle global identifier '{module}.{name}' using "
                                    f"pickle protocol {protocol}") from None
            self.push((line, _EMIT), (obj, _MEMOIZE))

    def save_reduced(self, obj, reduced):
        function, args, state, items, pairs, setter = _checked(reduced)
        steps = self._made_by(obj, function, args)
        steps.append((obj, _MEMOIZE))
        if items is not None:
            steps.append((list(items), _ITEMS))
        if pairs is not None:
            steps.append(([_pair(pair) for pair in pairs], _PAIRS))
        if state is not None:
            if setter is None:
                steps += (state, _SAVE), (b"b", _EMIT)
            else:
                steps += (setter, _SAVE), (obj, _SAVE), (state, _SAVE), (b"\x86R0", _EMIT)
        self.push(*steps)

    def _made_by(self, obj, function, args):
        name = getattr(function, "__name__", None) if self.protocol >= 2 else None
        if name == "__newobj__":
            if not args:
                raise PicklingError("__newobj__ arglist is empty")
            cls = args[0]
            if not hasattr(cls, "__new__"):
                raise PicklingError("args[0] from __newobj__ args has no __new__")
            if cls is not obj.__class__:
                raise PicklingError("args[0] from __newobj__ args has the wrong class")
            return [(cls, _SAVE), (args[1:], _SAVE), (b"\x81", _EMIT)]
        if name == "__newobj_ex__":
            if len(args) != 3:
                raise PicklingError("length of the NEWOBJ_EX argument tuple must be exactly 3, "
                                    f"not {len(args)}")
            if self.protocol >= 4:
                return [(arg, _SAVE) for arg in args] + [(b"\x92", _EMIT)]
            cls, args, keywords = args
            function = functools.partial(cls.__new__, cls, *args, **keywords)
            args = ()
        return [(function, _SAVE), (args, _SAVE), (b"R", _EMIT)]

    def save_long(self, number):
        if self.protocol < 2:
            return self.push((b"L%dL\n" % number, _EMIT))
        size = (number if number >= 0 else ~number).bit_length() // 8 + 1
        form = b"\x8a" + bytes((size,)) if size < 256 else b"\x8b" + size.to_bytes(4, "little")
        self.push((form + number.to_bytes(size, "little", signed=True), _EMIT))

    def save_str(self, text):
        escaped = text.replace("\\", "\\u005c")
        for character in "\0\n\r\x1a":
            escaped = escaped.replace(character, f"\\u{ord(character):04x}")
        self.push((b"V" + escaped.encode("raw_unicode_escape") + b"\n", _EMIT), (text, _MEMOIZE))

    def save_bytes(self, data):
        reduced = (encode, (data.decode("latin-1"), "latin1")) if data else (bytes, ())
        self.save_reduced(data, reduced)

    def save_bytearray(self, data):
        self.save_reduced(data, (bytearray, (bytes(data),) if data else ()))

    def save_set(self, items):
        self.save_reduced(items, (type(items), (list(items),)))


_plain = {int: _Writer.save_long, str: _Writer.save_str, bytes: _Writer.save_bytes,
          bytearray: _Writer.save_bytearray, set: _Writer.save_set, frozenset: _Writer.save_set}


def _checked(reduced):
    if not 2 <= len(reduced) <= 6:
        raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
    function, args, state, items, pairs, setter = reduced + (None,) * (6 - len(reduced))
    if not callable(function):
        raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
    if not isinstance(args, tuple):
        raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
    for place, iterator in ("fourth", items), ("fifth", pairs):
        if iterator is not None and not hasattr(type(iterator), "__next__"):
            raise PicklingError(f"{place} element of the tuple returned by __reduce__ must be an "
                                f"iterator, not {_meada.type_name(iterator)}")
    if setter is not None and not callable(setter):
        raise PicklingError("sixth element of the tuple returned by __reduce__ must be a "
                            f"function, not {_meada.type_name(setter)}")
    return function, args, state, items, pairs, setter


def _pair(pair):
    if not isinstance(pair, tuple) or len(pair) != 2:
        raise TypeError("dict items iterator must return 2-tuples")
    return pair


class Pickler:
    _writer = None

    def __init__(self, file, protocol=None, fix_imports=True, buffer_callback=None):
        if buffer_callback is not None:
            raise NotImplementedError("pickle: buffer_callback is not supported here")
        self._writer = _Writer(protocol, fix_imports)
        self._write = _writer_of(file)
        self._asks_id = getattr(self, "persistent_id", None)
        self._writer.pickler = self
        if self._asks_id is not None:
            self._writer.flags |= _ASKS_IDS

    def dump(self, obj, /):
        writer = self._writer
        if writer is None:
            name = type(self).__name__
            raise PicklingError(f"Pickler.__init__() was not called by {name}.__init__()")
        self._write(writer.write(obj))

    def clear_memo(self):
        self._writer.forget()

    @property
    def memo(self):
        return {id(obj): (index, obj) for index, obj in enumerate(self._writer.kept)}

    @property
    def bin(self):
        return int(self._writer.protocol > 0)

    @property
    def fast(self):
        return int(self._writer.flags & _NO_MEMO != 0)

    @fast.setter
    def fast(self, fast):
        self._writer.flags = self._writer.flags & ~_NO_MEMO | (_NO_MEMO if fast else 0)


def _writer_of(file):
    write = getattr(file, "write", None)
    if write is None:
        raise TypeError("file must have a 'write' attribute")
    return write


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol, fix_imports, buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    if buffer_callback is not None:
        raise NotImplementedError("pickle: buffer_callback is not supported here")
    return _Writer(protocol, fix_imports).write(obj)


class _Reader:
    __slots__ = ("data", "at", "stack", "marks", "memo", "unpickler", "file")

    def __init__(self, unpickler, file):
        self.memo, self.unpickler, self.file = {}, unpickler, file
        self.data, self.at = b"", 0

    def read(self):
        self.stack, self.marks = _meada.counted([]), []
        while True:
            code = _read(self)
            if code is True:
                continue
            if type(code) is str:
                raise UnpicklingError(code)
            if code < 0:
                self._more(-code)
            elif code == 46:
                return self.stack.pop()
            else:
                _actions[code](self, self.stack)

    def _more(self, count):
        at_opcode = self.at == len(self.data)
        more = b""
        if self.file is not None:
            more = self.file.read(count) if count < 1 << 40 else self.file.readline()
            self.data = self.data[self.at:] + more
            self.at = 0
        if not more:
            if at_opcode:
                raise EOFError("Ran out of input")
            raise UnpicklingError("pickle data was truncated")

    def from_mark(self):
        start = self.marks.pop()
        items = self.stack[start:]
        del self.stack[start:]
        return items

    # What the opcodes do that call Python code, or that only old protocols have.

    def append(self, stack):
        item = stack.pop()
        stack[-1].append(item)

    def appends(self, stack):
        items = self.from_mark()
        target = stack[-1]
        extend = getattr(target, "extend", None)
        if extend is not None:
            return extend(items)
        for item in items:
            target.append(item)

    def set_item(self, stack):
        value = stack.pop()
        key = stack.pop()
        stack[-1][key] = value

    def set_items(self, stack):
        items = self.from_mark()
        target = stack[-1]
        for index in range(0, len(items), 2):
            target[items[index]] = items[index + 1]

    def add_items(self, stack):
        items = self.from_mark()
        if isinstance(stack[-1], set):
            return stack[-1].update(items)
        for item in items:
            stack[-1].add(item)

    def frozen_set(self, stack):
        items = self.from_mark()
        stack.append(frozenset(items))

    def dictionary(self, stack):
        items = self.from_mark()
        if len(items) % 2:
            raise UnpicklingError("odd number of items for DICT")
        stack.append(dict(zip(items[::2], items[1::2])))

    def global_(self, stack):
        name = stack.pop().decode()
        stack.append(self._find(stack.pop().decode(), name))

    def stack_global(self, stack):
        name = stack.pop()
        module = stack.pop()
        if type(name) is not str or type(module) is not str:
            raise UnpicklingError("STACK_GLOBAL requires str")
        stack.append(self._find(module, name))

    def _find(self, module, name):
        return self.unpickler.find_class(module, name)

    def reduce(self, stack):
        args = stack.pop()
        if not isinstance(args, tuple):
            raise TypeError("argument list must be a tuple")
        stack.append(stack.pop()(*args))

    def new_object(self, stack):
        args = stack.pop()
        cls = stack.pop()
        if not isinstance(cls, type):
            raise UnpicklingError(f"NEWOBJ class argument must be a type, not "
                                  f"{_meada.type_name(cls)}")
        if not isinstance(args, tuple):
            raise UnpicklingError(f"NEWOBJ expected an arg tuple, got {_meada.type_name(args)}")
        stack.append(cls.__new__(cls, *args))

    def new_object_ex(self, stack):
        keywords = stack.pop()
        args = stack.pop()
        cls = stack.pop()
        if not isinstance(cls, type):
            raise UnpicklingError(f"NEWOBJ_EX class argument must be a type, not "
                                  f"{_meada.type_name(cls)}")
        stack.append(cls.__new__(cls, *args, **keywords))

    def build(self, stack):
        state = stack.pop()
        made = stack[-1]
        set_state = getattr(made, "__setstate__", None)
        if set_state is not None:
            set_state(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state is not None:
            if not isinstance(state, dict):
                raise UnpicklingError("state is not a dictionary")
            if not _meada.fill_instance(made, state):
                made.__dict__.update(state)
        if slots is not None:
            if not isinstance(slots, dict):
                raise UnpicklingError("slot state is not a dictionary")
            for name, value in slots.items():
                setattr(made, name, value)

    def instance(self, stack):
        name = stack.pop().decode("ascii")
        module = stack.pop().decode("ascii")
        args = self.from_mark()
        stack.append(_instantiated(self._find(module, name), args))

    def object(self, stack):
        cls, *args = self.from_mark()
        stack.append(_instantiated(cls, args))

    def persistent(self, stack):
        load = self._loader_by_id()
        if not stack:
            raise UnpicklingError("unpickling stack underflow")
        stack.append(load(stack.pop()))

    def persistent_line(self, stack):
        try:
            number = stack.pop().decode("ascii")
        except UnicodeDecodeError:
            raise UnpicklingError("persistent IDs in protocol 0 must be ASCII strings") from None
        stack.append(self._loader_by_id()(number))

    def _loader_by_id(self):
        load = getattr(self.unpickler, "persistent_load", None)
        if load is None:
            raise UnpicklingError("A load persistent id instruction was encountered,\n"
                                  "but no persistent_load function was specified.")
        return load

    def extension(self, stack):
        code = stack.pop()
        found = copyreg._extension_cache.get(code, _missing)
        if found is _missing:
            if code <= 0:
                raise UnpicklingError("EXT specifies code <= 0")
            key = copyreg._inverted_registry.get(code)
            if key is None:
                raise ValueError(f"unregistered extension code {code}")
            found = copyreg._extension_cache[code] = self._find(*key)
        stack.append(found)

    def long(self, stack):
        stack.append(int.from_bytes(stack.pop(), "little", signed=True))

    def text(self, stack):
        stack.append(stack.pop().decode("utf-8", "surrogatepass"))

    def byte_array(self, stack):
        stack.append(bytearray(stack.pop()))

    def int_line(self, stack):
        line = stack.pop()
        if line in (b"00", b"01"):
            stack.append(line == b"01")
            return
        try:
            stack.append(int(line, 0))
        except ValueError:
            raise ValueError("could not convert string to int") from None

    def long_line(self, stack):
        stack.append(int(stack.pop().removesuffix(b"L"), 0))

    def float_line(self, stack):
        stack.append(float(stack.pop()))

    def text_line(self, stack):
        stack.append(stack.pop().decode("raw_unicode_escape"))

    def old_text(self, stack):
        unpickler = self.unpickler
        data = stack.pop()
        if unpickler._encoding != "bytes":
            data = data.decode(unpickler._encoding, unpickler._errors)
        stack.append(data)

    def old_text_line(self, stack):
        line = stack.pop().rstrip()
        if len(line) < 2 or line[0] != line[-1] or line[0] not in b"\"'":
            raise UnpicklingError("the STRING opcode argument must be quoted")
        text = line[1:-1].decode("unicode_escape")
        stack.append(text.encode("latin-1"))
        self.old_text(stack)

    def get_line(self, stack):
        index = int(stack.pop())
        if index not in self.memo:
            raise UnpicklingError(f"Memo value not found at index {index}")
        stack.append(self.memo[index])

    def put_line(self, stack):
        index = int(stack.pop())
        if not stack:
            raise UnpicklingError("unpickling stack underflow")
        if index < 0:
            raise ValueError("negative PUT argument")
        self.memo[index] = stack[-1]


_actions = {
    ord(code): action for codes, action in (
        ("a", _Reader.append), ("e", _Reader.appends), ("s", _Reader.set_item),
        ("u", _Reader.set_items), ("\x90", _Reader.add_items), ("\x91", _Reader.frozen_set),
        ("d", _Reader.dictionary), ("c", _Reader.global_), ("\x93", _Reader.stack_global),
        ("R", _Reader.reduce), ("\x81", _Reader.new_object), ("\x92", _Reader.new_object_ex),
        ("b", _Reader.build), ("i", _Reader.instance), ("o", _Reader.object),
        ("Q", _Reader.persistent), ("P", _Reader.persistent_line),
        ("\x82\x83\x84", _Reader.extension), ("\x8a\x8b", _Reader.long),
        ("X\x8c\x8d", _Reader.text), ("\x96", _Reader.byte_array), ("I", _Reader.int_line),
        ("L", _Reader.long_line), ("F", _Reader.float_line), ("V", _Reader.text_line),
        ("TU", _Reader.old_text), ("S", _Reader.old_text_line), ("g", _Reader.get_line),
        ("p", _Reader.put_line))
    for code in codes}


def _instantiated(cls, args):
    if not args and isinstance(cls, type) and not hasattr(cls, "__getinitargs__"):
        return cls.__new__(cls)
    return cls(*args)


class Unpickler:
    _reader = None

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
        if not hasattr(file, "read") or not hasattr(file, "readline"):
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._start(file, fix_imports, encoding, errors, buffers)

    def _start(self, file, fix_imports, encoding, errors, buffers):
        if buffers:
            raise NotImplementedError("pickle: buffers are not supported here")
        self._reader = _Reader(self, file)
        self._fix_imports, self._encoding, self._errors = fix_imports, encoding, errors

    def load(self):
        reader = self._reader
        if reader is None:
            name = type(self).__name__
            raise UnpicklingError(f"Unpickler.__init__() was not called by {name}.__init__()")
        file = reader.file
        if type(file) is not _io.BytesIO:
            return reader.read()
        # All that is left at once; then the file stands behind what was read.
        start = file.tell()
        reader.data, reader.at, reader.file = file.getvalue(), start, None
        try:
            return reader.read()
        finally:
            file.seek(reader.at)
            reader.file, reader.data, reader.at = file, b"", 0

    def find_class(self, module_name, global_name, /):
        if self._fix_imports:
            module_name, global_name = new_name(module_name, global_name)
        return find(module_name, global_name, True)

    @property
    def memo(self):
        return dict(self._reader.memo)


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors,
                     buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    if type(data) is not bytes:
        try:
            data = bytes(memoryview(data))
        except TypeError:
            raise TypeError(f"a bytes-like object is required, not "
                            f"'{_meada.type_name(data)}'") from None
    unpickler = Unpickler.__new__(Unpickler)
    unpickler._start(None, fix_imports, encoding, errors, buffers)
    unpickler._reader.data = data
    return unpickler._reader.read()
