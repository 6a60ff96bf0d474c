# tomllib: TOML 1.0 (https://toml.io/en/v1.0.0) read into dicts.
import re
from datetime import date, datetime, time, timedelta, timezone

__all__ = ("loads", "load", "TOMLDecodeError")

_blank = re.compile(r"[ \t]*")
_space = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_bare_key = re.compile(r"[A-Za-z0-9_-]+")
_number = re.compile(r"""
    0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)
    |[+-]?(?:0|[1-9](?:_?[0-9])*)
    (?P<float>(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?)""", re.VERBOSE)
_clock = r"([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,6})[0-9]*)?"
_time = re.compile(_clock)
_date_time = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
                        rf"(?:[Tt ]{_clock}(?:([Zz])|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))?)?")
_escapes = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_controls = frozenset(map(chr, (*range(32), 127))) - {"\t"}


class TOMLDecodeError(ValueError):
    pass


def load(fp, /, *, parse_float=float):
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`"
                        ) from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    reader = _Reader(s.replace("\r\n", "\n"))
    if parse_float is not float:
        def checked(text):
            value = parse_float(text)
            if isinstance(value, (dict, list)):
                raise ValueError("parse_float must not return dicts or lists")
            return value
        reader.parse_float = checked
    return reader.document()


class _Table(dict):
    # How a table came to be says what may be added to it: "header", "dotted", "implied", "inline".
    origin = "implied"


class _Tables(list):
    origin = "tables"


class _Reader:
    parse_float = float

    def __init__(self, text):
        self.text, self.at = text, 0

    def fail(self, message, at=None):
        at = self.at if at is None else at
        if at >= len(self.text):
            place = "end of document"
        else:
            line = self.text.count("\n", 0, at) + 1
            column = at - self.text.rfind("\n", 0, at)
            place = f"line {line}, column {column}"
        raise TOMLDecodeError(f"{message} (at {place})")

    def peek(self):
        return self.text[self.at:self.at + 1]

    def skip(self, pattern=_blank):
        self.at = pattern.match(self.text, self.at).end()

    def document(self):
        root = self.table = _Table()
        root.origin = "header"
        while True:
            self.skip()
            letter = self.peek()
            if not letter:
                break
            if letter == "\n":
                self.at += 1
                continue
            if letter == "[":
                self.header(root)
            elif letter in "\"'" or _bare_key.match(letter):
                self.pair(self.table)
            elif letter != "#":
                self.fail("Invalid statement")
            self.end_of_line()
        return _plain(root)

    def end_of_line(self):
        self.skip()
        if self.peek() == "#":
            end = self.text.find("\n", self.at)
            end = len(self.text) if end < 0 else end
            for at in range(self.at, end):
                if self.text[at] in _controls:
                    self.fail(f"Found invalid character {self.text[at]!r}", at)
            self.at = end
        if self.peek() not in ("", "\n"):
            self.fail("Expected newline or end of document after a statement")
        self.at += 1

    def header(self, root):
        many = self.text.startswith("[[", self.at)
        self.at += 1 + many
        self.skip()
        path = self.key()
        table = root
        for name in path[:-1]:
            table = self.inner(table, name, path)
        last = path[-1]
        there = table.get(last)
        if many:
            if there is None:
                there = table[last] = _Tables()
            if not isinstance(there, _Tables):
                self.fail("Cannot overwrite a value")
            there.append(_Table())
            self.table = there[-1]
        else:
            if there is None:
                there = table[last] = _Table()
            elif not isinstance(there, _Table) or there.origin != "implied":
                self.fail(f"Cannot declare {tuple(path)} twice")
            self.table = there
        self.table.origin = "header"
        closing = "]]" if many else "]"
        if not self.text.startswith(closing, self.at):
            self.fail(f"Expected {closing!r} at the end of "
                      f"{'an array' if many else 'a table'} declaration")
        self.at += len(closing)

    def inner(self, table, name, path):
        there = table.get(name)
        if there is None:
            there = table[name] = _Table()
        elif isinstance(there, _Tables):
            there = there[-1]
        elif not isinstance(there, _Table):
            self.fail("Cannot overwrite a value")
        elif there.origin == "inline":
            self.fail(f"Cannot mutate immutable namespace {tuple(path)}")
        return there

    def pair(self, table, inline=False):
        path = self.key()
        if self.peek() != "=":
            self.fail("Expected '=' after a key in a key/value pair")
        self.at += 1
        self.skip()
        value = self.value()
        for name in path[:-1]:
            there = table.get(name)
            if there is None:
                there = table[name] = _Table()
                there.origin = "dotted"
            elif not isinstance(there, _Table):
                self.fail("Cannot overwrite a value")
            elif there.origin != "dotted":
                self.fail(f"Cannot redefine namespace {tuple(path[:-1])}"
                          if there.origin != "inline" else
                          f"Cannot mutate immutable namespace {tuple(path[:-1])}")
            table = there
        if path[-1] in table:
            self.fail(f"Duplicate inline table key {path[-1]!r}" if inline else
                      "Cannot overwrite a value")
        table[path[-1]] = value

    def key(self):
        path = []
        while True:
            letter = self.peek()
            if letter == '"':
                path.append(self.basic())
            elif letter == "'":
                path.append(self.literal())
            else:
                found = _bare_key.match(self.text, self.at)
                if not found:
                    self.fail("Invalid initial character for a key part")
                path.append(found[0])
                self.at = found.end()
            self.skip()
            if self.peek() != ".":
                return path
            self.at += 1
            self.skip()

    def value(self):
        letter = self.peek()
        if letter == '"':
            return self.long('"') if self.text.startswith('"""', self.at) else self.basic()
        if letter == "'":
            return self.long("'") if self.text.startswith("'''", self.at) else self.literal()
        if letter == "[":
            return self.array()
        if letter == "{":
            return self.inline()
        for word, value in (("true", True), ("false", False)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        return self.moment_or_number()

    def moment_or_number(self):
        found = _date_time.match(self.text, self.at)
        if found:
            try:
                value = _moment(found)
            except ValueError:
                self.fail("Invalid date or datetime")
        elif found := _time.match(self.text, self.at):
            hour, minute, second, part = found.groups()
            value = time(int(hour), int(minute), int(second), _microseconds(part))
        elif found := _number.match(self.text, self.at):
            text = found[0]
            value = self.parse_float(text) if found["float"] else int(text, 0)
        else:
            for size in (3, 4):
                word = self.text[self.at:self.at + size]
                if word.lstrip("+-") in ("inf", "nan") and len(word.lstrip("+-")) == 3 \
                        and len(word) == size:
                    self.at += size
                    return self.parse_float(word)
            self.fail("Invalid value")
        self.at = found.end()
        return value

    def array(self):
        self.at += 1
        values = []
        while True:
            self.skip(_space)
            if self.peek() == "]":
                break
            values.append(self.value())
            self.skip(_space)
            if self.peek() == "]":
                break
            if self.peek() != ",":
                self.fail("Unclosed array")
            self.at += 1
        self.at += 1
        return values

    def inline(self):
        self.at += 1
        table = _Table()
        self.skip()
        if self.peek() != "}":
            while True:
                self.skip()
                self.pair(table, True)
                self.skip()
                if self.peek() == "}":
                    break
                if self.peek() != ",":
                    self.fail("Unclosed inline table")
                self.at += 1
        self.at += 1
        _close(table)
        return table

    def literal(self):
        start = self.at + 1
        end = start
        while self.text[end:end + 1] not in ("'", "", "\n"):
            if self.text[end] in _controls:
                self.fail(f"Found invalid character {self.text[end]!r}", end)
            end += 1
        if self.text[end:end + 1] != "'":
            self.fail("Expected \"'\"" if end >= len(self.text) else
                      f"Found invalid character {self.text[end]!r}", end)
        self.at = end + 1
        return self.text[start:end]

    def basic(self):
        self.at += 1
        return self.letters('"')

    def long(self, quote):
        self.at += 3
        if self.peek() == "\n":
            self.at += 1
        if quote == '"':
            return self.letters('"""')
        end = self.text.find("'''", self.at)
        if end < 0:
            self.at = len(self.text)
            self.fail("Expected \"'''\"")
        for at in range(self.at, end):
            if self.text[at] in _controls and self.text[at] != "\n":
                self.fail(f"Found invalid character {self.text[at]!r}", at)
        more = 0
        while more < 2 and self.text[end + 3 + more:end + 4 + more] == "'":
            more += 1
        text, self.at = self.text[self.at:end + more], end + 3 + more
        return text

    def letters(self, closing):
        # Of a basic string, up to its end.
        out, many = [], len(closing) == 3
        while True:
            letter = self.peek()
            if not letter:
                self.fail("Unterminated string")
            if self.text.startswith(closing, self.at):
                self.at += len(closing)
                while many and self.peek() == '"' and len(closing) < 5:
                    closing += '"'
                    out.append('"')
                    self.at += 1
                return "".join(out)
            if letter == "\\":
                out.append(self.escape(many))
                continue
            if letter in _controls and not (many and letter == "\n"):
                self.fail(f"Illegal character {letter!r}")
            out.append(letter)
            self.at += 1

    def escape(self, many):
        letter = self.text[self.at + 1:self.at + 2]
        if many and letter and letter in " \t\n":
            end = _blank.match(self.text, self.at + 1).end()
            if self.text[end:end + 1] != "\n":
                self.fail("Unescaped '\\' in a string")
            while self.text[end:end + 1] and self.text[end] in " \t\n":
                end += 1
            self.at = end
            return ""
        size = {"u": 4, "U": 8}.get(letter)
        if size:
            digits = self.text[self.at + 2:self.at + 2 + size]
            if len(digits) != size or not re.fullmatch("[0-9A-Fa-f]+", digits):
                self.fail("Invalid hex value")
            point = int(digits, 16)
            if 0xd800 <= point < 0xe000 or point > 0x10ffff:
                self.fail("Escaped character is not a Unicode scalar value")
            self.at += 2 + size
            return chr(point)
        if letter not in _escapes or not letter:
            self.fail("Unescaped '\\' in a string", min(self.at + 2, len(self.text)))
        self.at += 2
        return _escapes[letter]


def _microseconds(part):
    return int(part.ljust(6, "0")) if part else 0


def _moment(found):
    year, month, day, hour, minute, second, part, utc, sign, hours, minutes = found.groups()
    if hour is None:
        return date(int(year), int(month), int(day))
    zone = None
    if sign:
        ahead = timedelta(hours=int(hours), minutes=int(minutes))
        zone = timezone(ahead if sign == "+" else -ahead)
    elif utc:
        zone = timezone.utc
    return datetime(int(year), int(month), int(day), int(hour), int(minute), int(second),
                    _microseconds(part), zone)


def _close(table):
    table.origin = "inline"
    for value in table.values():
        if isinstance(value, _Table):
            _close(value)


def _plain(value):
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value
