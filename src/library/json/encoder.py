# json.encoder: values to texts. A native writes what needs no Python code; what it cannot write is
# written here, piece by piece.
import _meada

__all__ = ["JSONEncoder"]

_write, _write_string = _meada.json_write, _meada.json_write_string
_int_text, _float_text = int.__repr__, float.__repr__
INFINITY = float("inf")


def encode_basestring(text):
    if not isinstance(text, str):
        raise TypeError(f"first argument must be a string, not {type(text).__name__}")
    return _write_string(text, False)


def encode_basestring_ascii(text):
    if not isinstance(text, str):
        raise TypeError(f"first argument must be a string, not {type(text).__name__}")
    return _write_string(text, True)


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def _indent(self):
        indent = self.indent
        return indent if indent is None or isinstance(indent, str) else " " * indent

    def encode(self, o):
        text = _write(o, bool(self.ensure_ascii), self._indent(), self.item_separator,
                      self.key_separator, bool(self.sort_keys), bool(self.allow_nan))
        if text is not None:
            return text
        return "".join(self.iterencode(o, _one_shot=True))

    def iterencode(self, o, _one_shot=False):
        return _Pieces(self).value(o, 0)


def _float(number, allow_nan):
    if number != number:
        text = "NaN"
    elif number == INFINITY:
        text = "Infinity"
    elif number == -INFINITY:
        text = "-Infinity"
    else:
        return _float_text(number)
    if not allow_nan:
        raise ValueError("Out of range float values are not JSON compliant")
    return text


class _Pieces:
    def __init__(self, encoder):
        self.encoder = encoder
        self.indent = encoder._indent()
        self.inside = set()

    def scalar(self, value):
        # Its text; None: it is no scalar.
        if isinstance(value, str):
            return _write_string(value, bool(self.encoder.ensure_ascii))
        if value is None:
            return "null"
        if value is True:
            return "true"
        if value is False:
            return "false"
        if isinstance(value, int):
            return _int_text(value)
        if isinstance(value, float):
            return _float(value, self.encoder.allow_nan)
        return None

    def enter(self, container, level):
        if level > 990:
            raise RecursionError("maximum recursion depth exceeded while encoding a JSON object")
        if self.encoder.check_circular:
            if id(container) in self.inside:
                raise ValueError("Circular reference detected")
            self.inside.add(id(container))

    def leave(self, container):
        self.inside.discard(id(container))

    def line(self, level):
        return "" if self.indent is None else "\n" + self.indent * level

    def value(self, value, level):
        text = self.scalar(value)
        if text is not None:
            yield text
        elif isinstance(value, (list, tuple)):
            yield from self.items(value, level)
        elif isinstance(value, dict):
            yield from self.dict(value, level)
        else:
            self.enter(value, level)
            yield from self.value(self.encoder.default(value), level)
            self.leave(value)

    def items(self, values, level):
        if not values:
            yield "[]"
            return
        self.enter(values, level)
        before = "[" + self.line(level + 1)
        between = self.encoder.item_separator + self.line(level + 1)
        for value in values:
            text = self.scalar(value)
            if text is not None:
                yield before + text
            else:
                yield before
                yield from self.value(value, level + 1)
            before = between
        if self.indent is not None:
            yield self.line(level)
        yield "]"
        self.leave(values)

    def key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return _float(key, self.encoder.allow_nan)
        if key is True or key is False or key is None or isinstance(key, int):
            return self.scalar(key)
        if self.encoder.skipkeys:
            return None
        raise TypeError("keys must be str, int, float, bool or None, "
                        f"not {key.__class__.__name__}")

    def dict(self, values, level):
        if not values:
            yield "{}"
            return
        self.enter(values, level)
        yield "{"
        before = self.line(level + 1)
        between = self.encoder.item_separator + self.line(level + 1)
        items = values.items()
        if before:
            yield before
        first = True
        for key, value in sorted(items) if self.encoder.sort_keys else items:
            key = self.key(key)
            if key is None:
                continue
            if not first:
                yield between
            first = False
            yield _write_string(key, bool(self.encoder.ensure_ascii))
            yield self.encoder.key_separator
            text = self.scalar(value)
            if text is not None:
                yield text
            else:
                yield from self.value(value, level + 1)
        if self.indent is not None:
            yield self.line(level)
        yield "}"
        self.leave(values)
