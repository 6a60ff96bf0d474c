# What unittest.mock remembers of calls, and values that stand for others.


class _Any:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _Any()


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"


class _Sentinel:
    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT


class _Call(tuple):
    # (name, arguments, keywords); or the last two, if `two`.
    def __new__(cls, value=(), name="", parent=None, two=False):
        args, kwargs = (), {}
        for part in value:
            if isinstance(part, str):
                name = part
            elif isinstance(part, tuple):
                args = part
            else:
                kwargs = part
        self = tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))
        self._mock_name, self._mock_parent = name, parent
        return self

    def __eq__(self, other):
        if not isinstance(other, tuple):
            return NotImplemented
        return (other if type(other) is _Call else _Call(other))._parts() == self._parts()

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def _parts(self):
        return ("", *self) if len(self) == 2 else tuple(self)

    def __call__(self, /, *args, **kwargs):
        return _Call((self._mock_name or "", args, kwargs), parent=self)

    def __getattr__(self, name):
        if name[:1] == "_" and name[:2] != "__" or name[:2] == "__" == name[-2:]:
            raise AttributeError(name)
        above = self._mock_name
        if self._mock_parent is not None and self._mock_parent._mock_name == above:
            above += "()"  # it was called
        return _Call(name=f"{above}.{name}" if above else name, parent=self)

    @property
    def args(self):
        return self[-2]

    @property
    def kwargs(self):
        return self[-1]

    def count(self, /, *args, **kwargs):
        return self.__getattr__("count")(*args, **kwargs)

    def index(self, /, *args, **kwargs):
        return self.__getattr__("index")(*args, **kwargs)

    def shown(self, name):
        parts = [repr(arg) for arg in self[-2]]
        parts += [f"{key}={value!r}" for key, value in self[-1].items()]
        return f"{name}({', '.join(parts)})"

    def __repr__(self):
        name = "" if len(self) == 2 else self[0]
        if self is call:
            return "call"
        return self.shown(f"call.{name}" if name and name[0] != "(" else f"call{name}")


call = _Call()


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        length = len(value)
        for start in range(len(self) - length + 1):
            if list(self[start:start + length]) == value:
                return True
        return False

    def __repr__(self):
        shown = [repr(each) for each in self]
        line = f"[{', '.join(shown)}]"
        return line if len(line) <= 80 else "[" + ",\n ".join(shown) + "]"
