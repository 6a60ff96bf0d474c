# pprint: values on as many lines as their width takes.
import collections
import dataclasses
import io
import re
import sys
import types

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
            underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _Key:
    # Orders what has no order by the type's name.
    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return ((str(type(self.value)), id(self.value))
                    < (str(type(other.value)), id(other.value)))


def _pair_key(pair):
    return _Key(pair[0]), _Key(pair[1])


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


_words = re.compile(r"\S*\s*").findall


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False,
                 sort_dicts=True, underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._format(object, self._stream, 0, 0, {}, 0)
            self._stream.write("\n")

    def pformat(self, object):
        stream = io.StringIO()
        self._format(object, stream, 0, 0, {}, 0)
        return stream.getvalue()

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    def _format(self, object, stream, indent, allowance, context, level):
        if id(object) in context:
            stream.write(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            printer = _printers.get(type(object).__repr__)
            if printer is None and _is_plain_dataclass(object):
                printer = PrettyPrinter._dataclass
            if printer is not None:
                context[id(object)] = 1
                printer(self, object, stream, indent, allowance, context, level + 1)
                del context[id(object)]
                return
        stream.write(text)

    # --- what containers have in common ---
    def _open(self, stream, text):
        stream.write(text)
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * " ")

    def _pairs(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        items = list(items)
        for index, (key, value) in enumerate(items, 1):
            last = index == len(items)
            text = self._repr(key, context, level)
            stream.write(text + ": ")
            self._format(value, stream, indent + len(text) + 2, allowance if last else 1, context,
                         level)
            if not last:
                stream.write(",\n" + " " * indent)

    def _items(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * " ")
        new_line = ",\n" + " " * indent
        before, room = "", self._width - indent + 1
        left = room
        items = list(items)
        for index, item in enumerate(items, 1):
            last = index == len(items)
            if last:
                room -= allowance
                left -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                needed = len(text) + 2
                if left < needed:
                    left = room
                    if before:
                        before = new_line
                if left >= needed:
                    left -= needed
                    stream.write(before + text)
                    before = ", "
                    continue
            stream.write(before)
            before = new_line
            self._format(item, stream, indent, allowance if last else 1, context, level)

    def _named(self, items, stream, indent, allowance, context, level):
        items = list(items)
        for index, (name, value) in enumerate(items, 1):
            last = index == len(items)
            stream.write(name + "=")
            if id(value) in context:
                stream.write("...")
            else:
                self._format(value, stream, indent + len(name) + 1, allowance if last else 1,
                             context, level)
            if not last:
                stream.write(",\n" + " " * indent)

    # --- a printer for each type ---
    def _dict(self, object, stream, indent, allowance, context, level):
        self._open(stream, "{")
        items = object.items()
        if self._sort_dicts:
            items = sorted(items, key=_pair_key)
        self._pairs(items, stream, indent, allowance + 1, context, level)
        stream.write("}")

    def _ordered_dict(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = type(object).__name__
        stream.write(name + "(")
        self._format(list(object.items()), stream, indent + len(name) + 1, allowance + 1, context,
                     level)
        stream.write(")")

    def _list(self, object, stream, indent, allowance, context, level):
        stream.write("[")
        self._items(object, stream, indent, allowance + 1, context, level)
        stream.write("]")

    def _tuple(self, object, stream, indent, allowance, context, level):
        end = ",)" if len(object) == 1 else ")"
        stream.write("(")
        self._items(object, stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _set(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name, end = type(object).__name__, "}"
        if type(object) is set:
            stream.write("{")
        else:
            stream.write(name + "({")
            end = "})"
            indent += len(name) + 1
        self._items(sorted(object, key=_Key), stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _str(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        if level == 1:
            indent += 1
            allowance += 1
        chunks = self._text_chunks(object, self._width - indent, allowance)
        if len(chunks) == 1:
            stream.write(chunks[0])
            return
        text = ("\n" + " " * indent).join(chunks)
        stream.write(f"({text})" if level == 1 else text)

    def _text_chunks(self, text, room, allowance):
        chunks, lines = [], text.splitlines(True)
        for number, line in enumerate(lines, 1):
            last = number == len(lines)
            whole = repr(line)
            if len(whole) <= room - (allowance if last else 0):
                chunks.append(whole)
                continue
            parts, current = _words(line)[:-1], ""
            for index, part in enumerate(parts, 1):
                space = room - (allowance if last and index == len(parts) else 0)
                if len(repr(current + part)) > space:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current += part
            if current:
                chunks.append(repr(current))
        return chunks

    def _bytes(self, object, stream, indent, allowance, context, level):
        if len(object) <= 4:
            stream.write(repr(object))
            return
        if level == 1:
            indent += 1
            allowance += 1
        room, chunks, current = self._width - indent, [], b""
        for at in range(0, len(object), 4):
            part = object[at:at + 4]
            if at == len(object) // 4 * 4:
                room -= allowance
            if len(repr(current + part)) > room:
                if current:
                    chunks.append(repr(current))
                current = part
            else:
                current += part
        if current:
            chunks.append(repr(current))
        text = ("\n" + " " * indent).join(chunks)
        stream.write(f"({text})" if level == 1 else text)

    def _bytearray(self, object, stream, indent, allowance, context, level):
        stream.write("bytearray(")
        self._bytes(bytes(object), stream, indent + 10, allowance + 1, context, level + 1)
        stream.write(")")

    def _mapping_proxy(self, object, stream, indent, allowance, context, level):
        stream.write("mappingproxy(")
        self._format(object.copy(), stream, indent + 13, allowance + 1, context, level)
        stream.write(")")

    def _namespace(self, object, stream, indent, allowance, context, level):
        name = "namespace" if type(object) is types.SimpleNamespace else type(object).__name__
        stream.write(name + "(")
        self._named(object.__dict__.items(), stream, indent + len(name) + 1, allowance, context,
                    level)
        stream.write(")")

    def _dataclass(self, object, stream, indent, allowance, context, level):
        name = type(object).__qualname__
        items = [(field.name, getattr(object, field.name))
                 for field in dataclasses.fields(object) if field.repr]
        stream.write(name + "(")
        self._named(items, stream, indent + len(name) + 1, allowance, context, level)
        stream.write(")")

    def _default_dict(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        name = type(object).__name__
        indent += len(name) + 1
        stream.write(f"{name}({factory},\n{' ' * indent}")
        self._dict(object, stream, indent, allowance + 1, context, level)
        stream.write(")")

    def _counter(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = type(object).__name__
        self._open(stream, name + "({")
        self._pairs(object.most_common(), stream, indent + len(name) + 1, allowance + 2, context,
                    level)
        stream.write("})")

    def _chain_map(self, object, stream, indent, allowance, context, level):
        if not object.maps:
            stream.write(repr(object))
            return
        name = type(object).__name__
        indent += len(name) + 1
        stream.write(name + "(")
        for index, mapping in enumerate(object.maps, 1):
            last = index == len(object.maps)
            self._format(mapping, stream, indent, allowance + 1 if last else 1, context, level)
            stream.write(")" if last else ",\n" + " " * indent)

    def _deque(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = type(object).__name__
        indent += len(name) + 1
        stream.write(name + "([")
        if object.maxlen is None:
            self._items(object, stream, indent, allowance + 2, context, level)
            stream.write("])")
        else:
            self._items(object, stream, indent, 2, context, level)
            most = self._repr(object.maxlen, context, level)
            stream.write(f"],\n{' ' * indent}maxlen={most})")

    def _user(self, object, stream, indent, allowance, context, level):
        self._format(object.data, stream, indent, allowance, context, level - 1)

    # --- one line ---
    def _safe_repr(self, object, context, maxlevels, level):
        # (text, whether eval reads it, whether it contains itself)
        kind = type(object)
        if kind in _SCALARS:
            return repr(object), True, False
        how = getattr(kind, "__repr__", None)
        if issubclass(kind, int) and how is int.__repr__:
            return f"{object:_d}" if self._underscore_numbers else repr(object), True, False
        is_dict = issubclass(kind, dict) and how is dict.__repr__
        is_list = issubclass(kind, list) and how is list.__repr__
        if not is_dict and not is_list and not (issubclass(kind, tuple) and
                                                how is tuple.__repr__):
            text = repr(object)
            return text, bool(text) and not text.startswith("<"), False
        if not object:
            return "{}" if is_dict else "[]" if is_list else "()", True, False
        frame = "{%s}" if is_dict else "[%s]" if is_list else \
            "(%s,)" if len(object) == 1 else "(%s)"
        if maxlevels and level >= maxlevels:
            return frame % "...", False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context[id(object)] = 1
        readable, recursive, pieces = True, False, []
        items = object
        if is_dict:
            items = sorted(object.items(), key=_pair_key) if self._sort_dicts else object.items()
        for item in items:
            texts = []
            for part in item if is_dict else (item,):
                text, part_readable, part_recursive = self.format(part, context, maxlevels,
                                                                  level + 1)
                texts.append(text)
                readable = readable and part_readable
                recursive = recursive or part_recursive
            pieces.append(": ".join(texts))
        del context[id(object)]
        return frame % ", ".join(pieces), readable, recursive


_SCALARS = frozenset({str, bytes, bytearray, float, complex, bool, type(None)})


def _is_plain_dataclass(object):
    # One that shows as dataclasses made it show.
    if isinstance(object, type) or not dataclasses.is_dataclass(object):
        return False
    code = getattr(type(object).__repr__, "__code__", None)
    return (object.__dataclass_params__.repr and code is not None
            and "_shown" in code.co_names + code.co_freevars)


_printers = {
    dict.__repr__: PrettyPrinter._dict, list.__repr__: PrettyPrinter._list,
    tuple.__repr__: PrettyPrinter._tuple, set.__repr__: PrettyPrinter._set,
    frozenset.__repr__: PrettyPrinter._set, str.__repr__: PrettyPrinter._str,
    bytes.__repr__: PrettyPrinter._bytes, bytearray.__repr__: PrettyPrinter._bytearray,
    types.MappingProxyType.__repr__: PrettyPrinter._mapping_proxy,
    types.SimpleNamespace.__repr__: PrettyPrinter._namespace,
    collections.OrderedDict.__repr__: PrettyPrinter._ordered_dict,
    collections.defaultdict.__repr__: PrettyPrinter._default_dict,
    collections.Counter.__repr__: PrettyPrinter._counter,
    collections.ChainMap.__repr__: PrettyPrinter._chain_map,
    collections.deque.__repr__: PrettyPrinter._deque,
    collections.UserDict.__repr__: PrettyPrinter._user,
    collections.UserList.__repr__: PrettyPrinter._user,
    collections.UserString.__repr__: PrettyPrinter._user,
}
