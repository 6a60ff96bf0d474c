# tests/conformance/enum/functional_and_checks.py: Enum() as a function, verify, copies and pickling's ways.
from enum import CONTINUOUS, NAMED_FLAGS, UNIQUE, Enum, Flag, IntEnum, global_enum, verify

for made in (Enum("A", "x y z"), Enum("A", ["x", "y"], start=5), Enum("A", {"x": 4, "y": "q"}),
             IntEnum("A", [("x", 4), ("y", 7)]), Flag("A", "x, y"), Enum("A", "x y", type=str),
             Enum("A", "x", module="m", qualname="Q.A")):
    print(made, list(made), made.__module__, made.__qualname__, made.__mro__[1:-1])


class Base(Enum):
    def greet(self):
        return f"hi {self.name}"


print(list(Base("Made", "a b"))[1].greet(), list(Base))
for function in (lambda: Base(3), lambda: Enum("A", "x mro"), lambda: Enum("A", "x x")):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


def check(test, bases, **members):
    try:
        print(verify(test)(bases("V", members)))
    except ValueError as error:
        print(error)


check(UNIQUE, Enum, A=1, B=1)
check(CONTINUOUS, Enum, A=1, B=3, C=6)
check(CONTINUOUS, Flag, A=1, B=8)
check(NAMED_FLAGS, Flag, A=1, B=6)
check(CONTINUOUS, IntEnum, A=1, B=2)


@global_enum
class Week(Enum):
    MONDAY = 1


print(MONDAY, repr(MONDAY), MONDAY.__reduce_ex__(2), UNIQUE, repr(NAMED_FLAGS))
