# tests/conformance/enum/flags.py: Flag and IntFlag: combining, iterating, unknown bits.
from enum import CONFORM, EJECT, KEEP, Flag, IntFlag, auto


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Mode(IntFlag):
    A = 1
    B = 2
    D = 8


def attempt(what, function):
    try:
        print(what, repr(function()))
    except Exception as error:
        print(what, type(error).__name__, error)


print(Perm, list(Perm), Perm.RW, repr(Perm.R | Perm.X), str(Perm.W | Perm.X), Perm(0), repr(Perm(0)))
print(repr(Perm.RW & Perm.W), repr(Perm.R ^ Perm.RW), repr(~Perm.R), Perm.R in Perm.RW, Perm.X in Perm.RW)
print(list(Perm.RW | Perm.X), len(Perm.RW), bool(Perm(0)), bool(Perm.R), Perm(5).name, Perm(3) is Perm.RW)
print(Perm.__members__, (Perm.R | Perm.X).value)
print(Mode.A, repr(Mode.A | Mode.B), Mode.A | 4, repr(Mode.A | 4), repr(Mode(16)), Mode.A + 1, repr(~Mode.A))
print(repr(Mode(-1)), repr(Mode.B & 3), repr(3 & Mode.B), f"{Mode.D:04b}", Mode.B == 2)
attempt("too much", lambda: Perm(8))
attempt("int", lambda: Perm.R | 1)
attempt("text", lambda: Perm("R"))
attempt("in", lambda: 1 in Perm.R)
attempt("order", lambda: Perm.R < Perm.W)
attempt("mode", lambda: Mode("A"))
for boundary in (CONFORM, EJECT, KEEP):
    class Bound(Flag, boundary=boundary):
        ONE = 1
        FOUR = 4
    print(boundary, repr(Bound(7)), repr(Bound(16)), repr(Bound(-2)), repr(~Bound.ONE))


class Sparse(Flag):
    BIG = 1 << 40
    NONE = 0
    LOW = 1


print(list(Sparse), repr(Sparse.NONE), Sparse(0), list(Sparse.BIG | Sparse.LOW))
