# tests/conformance/dataclasses/frozen_ordered_slotted.py: frozen, order, unsafe_hash, slots and inheritance between them.
from dataclasses import dataclass, field, make_dataclass


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0
    note: str = field(default="", compare=False)


def attempt(what, function):
    try:
        print(what, repr(function()))
    except Exception as error:
        print(what, type(error).__name__, error)


old, new = Version(1, 2), Version(1, 10, "x")
print(old < new, max(old, new), sorted([new, old]), hash(old) == hash(Version(1, 2, "other")), {old: 1}[Version(1, 2)])
attempt("assign", lambda: setattr(old, "major", 3))
attempt("new attribute", lambda: setattr(old, "other", 3))
attempt("delete", lambda: delattr(old, "major"))
attempt("compare", lambda: old < 3)


@dataclass(slots=True)
class Slotted:
    a: int
    b: int = 3


slotted = Slotted(1)
print(slotted, Slotted.__slots__, hasattr(slotted, "__dict__"), Slotted(1) == slotted)
attempt("slots", lambda: setattr(slotted, "c", 1))


@dataclass(frozen=True, slots=True)
class Both:
    a: int


attempt("both", lambda: setattr(Both(1), "a", 2))
print(Both(1), {Both(1), Both(1)})


@dataclass(unsafe_hash=True)
class Hashed:
    x: int
    y: list = field(default_factory=list, hash=False)


print(hash(Hashed(1)) == hash((1,)))


@dataclass(repr=False, eq=False, init=False)
class Bare:
    x: int = 3


print(Bare().x, Bare() == Bare(), Bare.__doc__)
for line, body in (("@dataclass", "class A(Version):\n x: int = 1"),
                   ("@dataclass(frozen=True)", "class A(Slotted):\n x: int = 1"),
                   ("@dataclass(order=True)", "class A:\n x: int\n def __lt__(self, other): pass"),
                   ("@dataclass(order=True, eq=False)", "class A:\n x: int"),
                   ("@dataclass(unsafe_hash=True)", "class A:\n x: int\n def __hash__(self): return 1"),
                   ("@dataclass(slots=True)", "class A:\n __slots__ = ('x',)\n x: int"),
                   ("@dataclass(wrong=1)", "class A: pass")):
    attempt(line, lambda: exec(f"{line}\n{body}"))
Made = make_dataclass("Made", ["a", ("b", int), ("c", int, field(default=5))],
                      namespace={"sum": lambda self: self.b + self.c}, frozen=True)
print(Made(1, 2), Made(1, 2).sum(), Made.__doc__)
attempt("twice", lambda: make_dataclass("C", ["x", "x"]))
attempt("keyword", lambda: make_dataclass("C", ["if"]))


@dataclass
class Checked:
    n: int

    def __post_init__(self):
        if self.n < 0:
            raise ValueError(f"n is negative: {self.n}")


print(Checked(1))
Checked(-1)
