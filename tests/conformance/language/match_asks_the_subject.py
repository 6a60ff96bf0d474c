# tests/conformance/language/match_asks_the_subject.py: patterns that run code of the subject's class.
from collections import OrderedDict, defaultdict, deque
from collections.abc import Mapping, Sequence


class Point:
    __match_args__ = ("x", "length")

    def __init__(self, x):
        self.x = x

    @property
    def length(self):
        print("length asked")
        return self.x * 2

    def __getattr__(self, name):
        print("no", name)
        if name == "color":
            return "red"
        raise AttributeError(name)


class Odd(type):
    def __instancecheck__(cls, value):
        print("checked", value)
        return isinstance(value, int) and value % 2 == 1


class OddNumber(metaclass=Odd):
    pass


class Table(Mapping):
    def __getitem__(self, key):
        print("item", key)
        return {"a": 1}[key]

    def __iter__(self):
        return iter("a")

    def __len__(self):
        return 1


class Row:
    def __len__(self):
        return 2

    def __getitem__(self, index):
        return "row"[index]


Sequence.register(Row)


class Registered(dict):
    def get(self, key, default=None):
        print("get", key)
        return super().get(key, default)


def tell(subject):
    match subject:
        case Point(x=1, color="red"):
            return "red one"
        case Point(x, length) if length > 4:
            return f"long {x} {length}"
        case Point(size=_):
            return "sized"
        case Point():
            return "short"
        case OddNumber():
            return "odd"
        case bool(flag) | str(flag):
            return f"itself {flag!r}"
        case {"a": value, 1: one, **rest}:
            return f"mapping {value} {one} {rest}"
        case {"a": value}:
            return f"mapping {value}"
        case {}:
            return "some mapping"
        case [first, *_, last]:
            return f"sequence {first} {last}"
        case float() | int():
            return "number"
        case _:
            return "other"


for subject in (Point(1), Point(5), Point(2), 7, 8, True, "s", b"ab", bytearray(2), 2.5, None,
                {"a": 1, 1: 2, "b": 3}, {"a": 1, True: 5}, {"b": 1}, defaultdict(list, a=[1]),
                OrderedDict(a=1), Registered(a=2), Table(), [1, 2, 3], (1, 2), range(3, 6),
                deque([4, 5]), Row(), memoryview(b"xyz"), {1, 2}, frozenset(), iter([1, 2])):
    print(type(subject).__name__, "->", tell(subject))


class Keys:
    first = "k"
    second = "k"
    tuple_key = (1, "k")


for subject in ({"k": 1}, {(1, "k"): 2}, {}):
    try:
        match subject:
            case {Keys.tuple_key: value}:
                print("tuple key", value)
            case {Keys.first: value, Keys.second: _}:
                print("never", value)
            case _:
                print("neither")
    except ValueError as error:
        print("ValueError:", error)


class Wrong:
    __match_args__ = ["x"]
    x = 1


class Few:
    __match_args__ = ("x",)
    x = 1


class Unnamed:
    __match_args__ = (3,)


def broken(subject):
    match subject:
        case Few(a, b):
            return a, b
        case Few(a, x=b):
            return a, b
        case Wrong(a) | Unnamed(a):
            return a
        case int(a, b):
            return a, b


def twice(subject):
    match subject:
        case Few(a, x=b):
            return a, b


for call, subject in ((broken, Few()), (broken, Wrong()), (broken, Unnamed()), (broken, 5),
                      (twice, Few())):
    try:
        print(call(subject))
    except TypeError as error:
        print("TypeError:", error)
