# tests/conformance/enum/int_and_str_enums.py: IntEnum, StrEnum and other data types: members are numbers and texts too.
from enum import Enum, IntEnum, StrEnum, auto


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Name(StrEnum):
    FIRST = auto()
    LAST = "last one"


class Mixed(str, Enum):
    A = "a"


class Number(float, Enum):
    HALF = "0.5"


print(Level.LOW, repr(Level.LOW), f"{Level.LOW:>4}|{Level.HIGH!r}", "%d %s" % (Level.LOW, Level.LOW))
print(Level.LOW + 1, Level.LOW < Level.HIGH < 11, Level.HIGH == 10, sorted([Level.HIGH, Level.LOW]))
print({1: "one"}[Level.LOW], [0, 5][Level.LOW], max(Level), sum(Level), Level(10), int(Level.HIGH))
print(Name.FIRST, repr(Name.LAST), Name.FIRST == "first", Name.LAST.upper(), f"{Name.FIRST:*^9}")
print(", ".join(Name), Name("first") is Name.FIRST, len(Name.LAST), {Name.FIRST: 1}["first"])
print(Mixed.A, f"{Mixed.A}", Mixed.A == "a", Mixed.A + "b", repr(Mixed.A))
print(Number.HALF, Number.HALF * 3, repr(Number.HALF), Number.HALF.value)
print(isinstance(Level.LOW, int), isinstance(Name.LAST, str), Level.LOW.bit_length())
for text in ("class E(StrEnum): A = 1", "class E(IntEnum): A = 'x'", "class E(int, str, Enum): A = 1"):
    try:
        exec(text)
    except Exception as error:
        print(type(error).__name__, str(error).partition("{")[0])
try:
    Level("LOW")
except ValueError as error:
    print(error)
