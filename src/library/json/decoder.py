# json.decoder: texts to values. Without hooks a native reads all of it; with hooks the scanner
# here does, as they are Python code.
import _meada
import re

__all__ = ["JSONDecoder", "JSONDecodeError"]

_read, _read_string = _meada.json_read, _meada.json_read_string


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


_number = re.compile(r"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?").match
_skip = re.compile(r"[ \t\n\r]*").match
_WORDS = {"n": ("null", None), "t": ("true", True), "f": ("false", False)}
_CONSTANTS = ("NaN", "Infinity", "-Infinity")


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None,
                 parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or float
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        plain = (object_hook is None and object_pairs_hook is None and
                 (parse_float in (None, float)) and (parse_int in (None, int)) and
                 (parse_constant in (None, float)))
        self._read = _read if plain else self._read_with_hooks

    def decode(self, s):
        obj, end = self.raw_decode(s, _skip(s, 0).end())
        end = _skip(s, end).end()
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        if idx < 0:
            raise ValueError("idx cannot be negative")
        result = self._read(s, idx, self.strict)
        if type(result) is list:
            raise JSONDecodeError(result[0], s, result[1])
        return result

    def _read_with_hooks(self, text, at, strict):
        return self._value(text, at)

    def _value(self, text, at):
        first = text[at:at + 1]
        if first == '"':
            return self._string(text, at + 1)
        if first == "{":
            return self._object(text, at + 1)
        if first == "[":
            return self._array(text, at + 1)
        word, value = _WORDS.get(first, ("", None))
        if word and text.startswith(word, at):
            return value, at + len(word)
        match = _number(text, at)
        if match is not None:
            whole, fraction, exponent = match.groups()
            if fraction or exponent:
                return self.parse_float(match.group()), match.end()
            return self.parse_int(whole), match.end()
        for word in _CONSTANTS:
            if text.startswith(word, at):
                return self.parse_constant(word), at + len(word)
        raise JSONDecodeError("Expecting value", text, at)

    def _string(self, text, at):
        result = _read_string(text, at, self.strict)
        if type(result) is list:
            raise JSONDecodeError(result[0], text, result[1])
        return result

    def _object(self, text, at):
        pairs = []
        at = _skip(text, at).end()
        if text[at:at + 1] == "}":
            at += 1
        else:
            while True:
                if text[at:at + 1] != '"':
                    raise JSONDecodeError("Expecting property name enclosed in double quotes",
                                          text, at)
                key, at = self._string(text, at + 1)
                at = _skip(text, at).end()
                if text[at:at + 1] != ":":
                    raise JSONDecodeError("Expecting ':' delimiter", text, at)
                value, at = self._value(text, _skip(text, at + 1).end())
                pairs.append((key, value))
                at = _skip(text, at).end()
                end = text[at:at + 1]
                if end != "}" and end != ",":
                    raise JSONDecodeError("Expecting ',' delimiter", text, at)
                at += 1
                if end == "}":
                    break
                at = _skip(text, at).end()
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), at
        made = dict(pairs)
        if self.object_hook is not None:
            made = self.object_hook(made)
        return made, at

    def _array(self, text, at):
        values = []
        at = _skip(text, at).end()
        if text[at:at + 1] == "]":
            return values, at + 1
        while True:
            value, at = self._value(text, at)
            values.append(value)
            at = _skip(text, at).end()
            end = text[at:at + 1]
            if end != "]" and end != ",":
                raise JSONDecodeError("Expecting ',' delimiter", text, at)
            at += 1
            if end == "]":
                return values, at
            at = _skip(text, at).end()
