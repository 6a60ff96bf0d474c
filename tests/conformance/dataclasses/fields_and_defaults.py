# tests/conformance/dataclasses/fields_and_defaults.py: fields, their defaults, the generated methods and their errors.
from dataclasses import KW_ONLY, InitVar, dataclass, field, fields
from typing import ClassVar


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, repr=False, compare=False)
    count: ClassVar[int] = 3


def attempt(what, function):
    try:
        print(what, repr(function()))
    except Exception as error:
        print(what, type(error).__name__, error)


print(Point(1), Point(1) == Point(1, 0, [5]), Point(1) == (1, 0), Point(y=2, x=1), vars(Point(1)))
print(Point.__doc__, Point.__match_args__, Point.__hash__, Point.count, Point.__annotations__["x"])
print([(each.name, each.type, each.repr) for each in fields(Point)], Point(1).tags is Point(1).tags)
attempt("none", lambda: Point())
attempt("many", lambda: Point(1, 2, 3, 4))
attempt("unknown", lambda: Point(1, q=1))
attempt("twice", lambda: Point(1, x=1))
attempt("order", lambda: Point(1) < Point(2))
attempt("hash", lambda: hash(Point(1)))
attempt("fields", lambda: fields(3))


@dataclass
class Mixed:
    a: int
    _: KW_ONLY
    b: int = 2
    c: int
    seed: InitVar[int] = 4
    total: int = field(init=False)

    def __post_init__(self, seed):
        self.total = self.a + self.b + self.c + seed


print(Mixed(1, c=3), Mixed(1, c=3, seed=10).total, Mixed.__doc__, Mixed.__match_args__)
attempt("positional", lambda: Mixed(1, 2))


@dataclass
class Base:
    x: int
    y: int = 2


@dataclass
class Derived(Base):
    z: list = field(default_factory=lambda: [1])
    x: str = "first"


print(Derived(), Derived.__match_args__, Base(1) == Derived(1))


@dataclass
class Node:
    value: int
    next: "Node" = None


node = Node(1)
node.next = node
print(node, Node(1, Node(2)))
for text in ("x: list = []", "x: int = 1\n y: str", "x = field()", "x: int = field(default=1, "
             "default_factory=int)", "a: KW_ONLY\n b: KW_ONLY", "x: ClassVar[int] = "
             "field(default_factory=int)", "self: int"):
    attempt(text, lambda: exec(f"@dataclass\nclass A:\n {text}"))


@dataclass(kw_only=True)
class Named:
    a: int
    b: str = field(default="b", kw_only=False)


print(Named("x", a=1), Named.__doc__)
match Point(1, 2):
    case Point(x, y):
        print(x, y)
