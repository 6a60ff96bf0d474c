# tests/conformance/dataclasses/as_dicts_and_replace.py: asdict, astuple, replace, is_dataclass.
from collections import namedtuple
from dataclasses import InitVar, asdict, astuple, dataclass, field, is_dataclass, replace

Pair = namedtuple("Pair", "left right")


@dataclass
class Inner:
    x: int
    y: str = "y"


@dataclass
class Outer:
    one: Inner
    many: list
    named: dict
    pair: Pair = Pair(1, Inner(9))
    nothing: None = None


def attempt(what, function):
    try:
        print(what, repr(function()))
    except Exception as error:
        print(what, type(error).__name__, error)


outer = Outer(Inner(1), [Inner(2), (Inner(3), 4)], {"k": Inner(5)})
print(asdict(outer))
print(astuple(outer))
print(asdict(outer.one, dict_factory=lambda pairs: sorted(pairs, reverse=True)))
copied = asdict(outer)
copied["many"].append(1)
print(len(outer.many), outer.one)
print(replace(outer.one, x=7), replace(outer, nothing=3).one is outer.one)


@dataclass
class Seeded:
    a: int
    seed: InitVar[int]
    total: int = field(init=False, default=0)

    def __post_init__(self, seed):
        self.total = self.a + seed


attempt("InitVar", lambda: replace(Seeded(1, 2), a=5))
attempt("InitVar given", lambda: replace(Seeded(1, 2), a=5, seed=1))
attempt("no init", lambda: replace(Seeded(1, 2), seed=1, total=5))
attempt("unknown", lambda: replace(outer.one, z=1))
attempt("class", lambda: asdict(Inner))
attempt("number", lambda: astuple(3))
attempt("replace", lambda: replace(3, a=1))
print(is_dataclass(Inner), is_dataclass(outer), is_dataclass(3), is_dataclass(int))
print(Seeded.__dataclass_params__, outer.__dataclass_fields__["one"].name)
