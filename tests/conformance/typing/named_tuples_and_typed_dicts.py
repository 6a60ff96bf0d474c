# tests/conformance/typing/named_tuples_and_typed_dicts.py: NamedTuple, TypedDict and NewType.
from typing import NamedTuple, NewType, NotRequired, Optional, Required, TypedDict


class Employee(NamedTuple):
    """somebody"""
    name: str
    id: int = 3

    def greet(self):
        return f"hi {self.name}"


def attempt(what, function):
    try:
        print(what, repr(function()))
    except Exception as error:
        print(what, type(error).__name__, error)


ann = Employee("ann")
name, number = ann
print(ann, ann.greet(), name, number, ann == ("ann", 3), ann._replace(id=5), ann._asdict(), Employee.__doc__)
print(Employee._fields, Employee._field_defaults, Employee.__annotations__, Employee.__mro__)
attempt("missing", lambda: Employee())
attempt("many", lambda: Employee(1, 2, 3))
attempt("assign", lambda: setattr(ann, "name", "x"))
attempt("order", lambda: exec("class X(NamedTuple):\n a: int = 1\n b: int"))
attempt("overwrite", lambda: exec("class X(NamedTuple):\n a: int\n def _asdict(self): pass"))
attempt("underscore", lambda: exec("class X(NamedTuple):\n _a: int"))
Pair = NamedTuple("Pair", [("left", int), ("right", str)])
print(Pair(1, "r"), Pair.__annotations__, Pair.__module__)


class Movie(TypedDict):
    title: str
    year: int


class Series(Movie, total=False):
    seasons: int
    network: Required[Optional[str]]
    note: NotRequired[str]


movie = Movie(title="M", year=1931)
print(movie, type(movie), Movie.__annotations__, Movie.__total__, Movie.__mro__)
print(sorted(Series.__required_keys__), sorted(Series.__optional_keys__), list(Series.__annotations__))
print(Series(title="S", year=1, network=None), TypedDict("TD", {"a": int})(a=1))
attempt("isinstance", lambda: isinstance(movie, Movie))
attempt("bases", lambda: exec("class B(Movie, int): pass"))

UserId = NewType("UserId", int)
print(UserId(5), UserId, UserId.__supertype__, UserId.__name__, Optional[UserId])
attempt("subclass", lambda: exec("class B(UserId): pass"))
