# tests/conformance/enum/class_statement.py: what a class statement of an enumeration allows, and its errors.
from enum import Enum, auto, member, nonmember, unique


def attempt(text):
    try:
        names = dict(globals())
        exec(text, names)
        print(list(names["E"]))
    except Exception as error:
        print(type(error).__name__, error)


attempt("class E(Enum):\n A = 1\n A = 2")
attempt("class E(Enum):\n A = 1\n def A(self): pass")
attempt("class E(Enum):\n mro = 1")
attempt("class E(Enum):\n _odd_ = 1")
attempt("class E(Enum):\n _order_ = 'A B'\n B = 1\n A = 2")
attempt("class E(Enum):\n _order_ = 'A B'\n A = 1\n B = 2")
attempt("class E(Enum):\n _ignore_ = 'i'\n for i in range(3): vars()[f'N{i}'] = i * i")
attempt("class E(Enum):\n A = auto()\n B = auto()\n C = 10\n D = auto()")
attempt("class E(Enum):\n A = auto(), 'x'\n B = auto(), 'y'")
attempt("@unique\nclass E(Enum):\n A = 1\n B = 1\n C = 2\n D = 2")
attempt("class E(Enum):\n A = [1]\n B = [2]\n C = [1]")
attempt("class E(Enum, int):\n A = 1")
attempt("class E(int, Enum):\n A = 'x'")
attempt("class E(Enum):\n A = 1\n def __init__(self, a, b): pass")
attempt("class E(Enum):\n A = auto()\n def _generate_next_value_(n, s, c, l): return n")
attempt("class E(Enum):\n def _generate_next_value_(n, s, c, l): return n * 2\n A = auto()\n B = auto()")


class Odd(Enum):
    @member
    def function(self):
        return 2
    constant = nonmember(3)
    __private = 4

    @property
    def twice(self):
        return 2 * self.value
    five = 5


print(len(Odd), Odd.constant, Odd.five.twice, Odd._Odd__private)


class Planet(Enum):
    EARTH = (5.97, 6.4)
    MARS = (0.64, 3.4)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @classmethod
    def heaviest(cls):
        return max(cls, key=lambda each: each.mass)


print(Planet.heaviest(), Planet.MARS.radius, Planet((0.64, 3.4)), repr(Planet.EARTH))


class Coordinate(bytes, Enum):
    def __new__(cls, value, label):
        made = bytes.__new__(cls, [value])
        made._value_ = value
        made.label = label
        return made
    PX = (0, "P.X")
    PY = (1, "P.Y")


print(Coordinate.PX.label, Coordinate(1), bytes(Coordinate.PY))


class Lenient(Enum):
    LOW = 1
    HIGH = 2

    @classmethod
    def _missing_(cls, value):
        if value == "wrong":
            return 5
        if isinstance(value, str):
            return cls[value.upper()]


print(Lenient("low"))
for value in (7, "wrong", "nowhere"):
    try:
        Lenient(value)
    except Exception as error:
        print(repr(error), "|", repr(error.__context__))
