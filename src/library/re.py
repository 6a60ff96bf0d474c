# re: patterns compiled and matched by natives (re.cpp, re_*.cpp), here with the classes around
# them, the cache and what has to call Python code.
import _meada
import enum

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer",
           "compile", "purge", "template", "escape", "error", "Pattern", "Match", "A", "I", "L",
           "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE",
           "UNICODE", "NOFLAG", "RegexFlag"]

_native = _meada.method
_substitute, _compile_program = _meada.re_substitute, _meada.re_compile

@enum.global_enum
class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex


class error(Exception):
    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = "\n" if isinstance(pattern, str) else b"\n"
            msg = f"{msg} at position {pos}"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


class Match:
    # The first members are as re.cpp knows them.
    __slots__ = ("string", "re", "pos", "endpos", "_spans", "lastindex")
    group = _native(group)
    groups = _native(groups)
    __getitem__ = _native(_meada.re_item)
    span = _native(span)
    start = _native(start)
    end = _native(end)

    def __new__(cls, *args, **keywords):
        raise TypeError("cannot create 're.Match' instances")

    @property
    def lastgroup(self):
        for name, number in self.re._index.items():
            if number == self.lastindex:
                return name

    @property
    def regs(self):
        places = self._spans
        return tuple(zip(places[::2], places[1::2]))

    def groupdict(self, default=None):
        groups = self.groups(default)
        return {name: groups[number - 1] for name, number in self.re._index.items()}

    def expand(self, template):
        parts = _template_parts(template, self.re)
        if not isinstance(parts, tuple):
            return parts
        empty = template[:0]
        return empty.join([(self.group(part) or empty) if isinstance(part, int) else part
                           for part in parts])

    def __repr__(self):
        return f"<re.Match object; span={self.span()!r}, match={self.group()!r}>"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


del group, groups, span, start, end


class _Scan:
    __slots__ = ("_pattern", "_string", "_at", "_end", "_not_empty")
    _begin = _native(_meada.re_scan)
    __next__ = _native(_meada.re_scan_next)

    def __iter__(self):
        return self


_Scan.__name__ = _Scan.__qualname__ = "callable_iterator"
_Scan.__module__ = "builtins"


class Pattern:
    # The members are as re.cpp knows them.
    __slots__ = ("pattern", "flags", "groups", "_index", "_program", "_match_type")
    match = _native(match)
    fullmatch = _native(fullmatch)
    search = _native(search)
    findall = _native(findall)
    split = _native(split)

    def __new__(cls, *args, **keywords):
        raise TypeError("cannot create 're.Pattern' instances")

    @property
    def groupindex(self):
        import types
        return types.MappingProxyType(self._index)

    def finditer(self, string, pos=0, endpos=9223372036854775807):
        scan = _Scan()
        scan._begin(self, string, pos, endpos)
        return scan

    def sub(self, repl, string, count=0):
        if type(repl) is not str or "\\" in repl:
            if callable(repl):
                return _called(self, repl, string, count)[0]
            repl = _template_parts(repl, self)
        return _substitute(self, repl, string, count)[0]

    def subn(self, repl, string, count=0):
        if callable(repl):
            return _called(self, repl, string, count)
        return _substitute(self, _template_parts(repl, self), string, count)

    def __repr__(self):
        flags = self.flags
        if isinstance(self.pattern, str) and flags & 256 == 0:
            flags &= ~32
        names = []
        for flag, name in _PATTERN_FLAGS:
            if flags & flag:
                names.append("re." + name)
                flags &= ~flag
        if flags:
            names.append(hex(flags))
        text = "|".join(names)
        return f"re.compile({repr(self.pattern)[:200]}{', ' if text else ''}{text})"

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self.flags == other.flags and type(self.pattern) is type(other.pattern)
                and self.pattern == other.pattern)

    def __hash__(self):
        return hash((self.flags, self.pattern))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return _compile, (self.pattern, self.flags)

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


_PATTERN_FLAGS = ((1, "TEMPLATE"), (2, "IGNORECASE"), (4, "LOCALE"), (8, "MULTILINE"),
                  (16, "DOTALL"), (32, "UNICODE"), (64, "VERBOSE"), (128, "DEBUG"), (256, "ASCII"))


def _called(pattern, function, string, count):
    # sub with a function: (text, how many).
    scan = _Scan()
    scan._begin(pattern, string)
    pieces, last, done = [], 0, 0
    for match in scan:
        start, end = match.span()
        if last < start:
            pieces.append(string[last:start])
        piece = function(match)
        if piece is not None:
            pieces.append(piece)
        last = end
        done += 1
        if done == count:
            break
    if not done:
        return string, 0
    pieces.append(string[last:])
    return string[:0].join(pieces), done


# --- templates ---
_ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v",
            "\\": "\\"}
_templates = {}


def _template_parts(template, pattern):
    # Of one text: that text, else a tuple of texts and group numbers.
    if isinstance(template, str):
        if "\\" not in template:
            return template
    elif isinstance(template, (bytes, bytearray)):
        if b"\\" not in template:
            return template
    else:
        raise TypeError("decoding to str: need a bytes-like object, "
                        f"{type(template).__name__} found")
    key = (pattern, bytes(template) if isinstance(template, bytearray) else template)
    parts = _templates.get(key)
    if parts is None:
        if len(_templates) >= 512:
            _templates.clear()
        parts = _templates[key] = _parse_template(template, pattern)
    return parts


def _parse_template(source, pattern):
    text = source if isinstance(source, str) else str(source, "latin-1")
    parts, piece = [], []

    def group(number, place):
        if number > pattern.groups:
            raise error(f"invalid group reference {number}", source, place)
        if piece:
            parts.append("".join(piece))
            piece.clear()
        parts.append(number)

    at, size = 0, len(text)
    while at < size:
        slash = text.find("\\", at)
        if slash < 0:
            piece.append(text[at:])
            break
        if slash > at:
            piece.append(text[at:slash])
        if slash + 1 == size:
            raise error("bad escape (end of pattern)", source, slash)
        letter = text[slash + 1]
        at = slash + 2
        if letter == "g":
            at = _group_reference(text, at, source, pattern, group)
        elif letter == "0":
            end = at
            while end < at + 2 and text[end:end + 1] in _OCTAL:
                end += 1
            piece.append(chr(int(text[slash + 1:end], 8) & 0xff))
            at = end
        elif letter in _DIGITS:
            if text[at:at + 1] in _DIGITS:
                at += 1
                if letter in _OCTAL and text[at - 1] in _OCTAL and text[at:at + 1] in _OCTAL:
                    at += 1
                    code = int(text[slash + 1:at], 8)
                    if code > 0o377:
                        raise error(f"octal escape value {text[slash:at]} outside of range "
                                    "0-0o377", source, slash)
                    piece.append(chr(code))
                    continue
            group(int(text[slash + 1:at]), slash + 1)
        elif letter in _ESCAPES:
            piece.append(_ESCAPES[letter])
        elif letter.isascii() and letter.isalpha():
            raise error(f"bad escape \\{letter}", source, slash)
        else:
            piece.append("\\" + letter)
    if piece:
        parts.append("".join(piece))
    if not isinstance(source, str):
        parts = [part if isinstance(part, int) else part.encode("latin-1") for part in parts]
    return tuple(parts)


_DIGITS, _OCTAL = tuple("0123456789"), tuple("01234567")


def _group_reference(text, at, source, pattern, group):
    # Behind \g: gives the place behind it.
    if text[at:at + 1] != "<":
        raise error("missing <", source, at)
    start = at + 1
    end = text.find(">", start)
    if end < 0:
        if start == len(text):
            raise error("missing group name", source, start)
        raise error("missing >, unterminated name", source, start)
    name = text[start:end]
    if not name:
        raise error("missing group name", source, start)
    if name.isidentifier():
        if name not in pattern._index:
            raise IndexError(f"unknown group name {name!r}")
        group(pattern._index[name], start)
    elif name.isdecimal() and name.isascii():
        group(int(name), start)
    else:
        raise error(f"bad character in group name {name!r}", source, start)
    return end + 1


# --- the module's functions ---
_cache = {}


def _compile(pattern, flags):
    flags = flags._value_ if isinstance(flags, RegexFlag) else flags
    found = _cache.get((type(pattern), pattern, flags))
    if found is not None:
        return found
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes, bytearray)):
        raise TypeError("first argument must be string or compiled pattern")
    if not isinstance(flags, int):
        raise TypeError("unsupported operand type(s) for &: "
                        f"'{type(flags).__name__}' and 'RegexFlag'")
    if flags & 128:
        raise NotImplementedError("re.DEBUG: printing a compiled pattern")
    made = _compile_program(pattern, flags)
    if len(made) == 2:
        raise error(made[0], pattern, made[1])
    compiled = object.__new__(Pattern)
    compiled.pattern = pattern
    compiled.flags, compiled.groups, compiled._index, compiled._program = made
    compiled._match_type = Match
    if len(_cache) >= 512:
        del _cache[next(iter(_cache))]
    _cache[type(pattern), pattern, flags] = compiled
    return compiled


def compile(pattern, flags=0):
    return _compile(pattern, flags)


def match(pattern, string, flags=0):
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return _compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return _compile(pattern, flags).finditer(string)


def template(pattern, flags=0):
    return _compile(pattern, flags | T)


def purge():
    _cache.clear()
    _templates.clear()


_SPECIAL = {code: "\\" + chr(code) for code in b"()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_SPECIAL)
    return str(pattern, "latin1").translate(_SPECIAL).encode("latin1")


for _class in (Match, Pattern):
    _meada.name_in_full(_class)
del _class
