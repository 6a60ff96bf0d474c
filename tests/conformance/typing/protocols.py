# tests/conformance/typing/protocols.py: protocols: who fits, and what cannot be asked.
from abc import abstractmethod
from typing import Iterable, Protocol, SupportsFloat, SupportsInt, TypeVar, runtime_checkable

T = TypeVar("T")


@runtime_checkable
class Closeable(Protocol):
    def close(self) -> None: ...


@runtime_checkable
class Positioned(Protocol):
    x: int


class Unchecked(Protocol[T]):
    def get(self) -> T: ...


class File:
    def close(self):
        return "closed"


class Spot:
    def __init__(self):
        self.x = 1


class Explicit(Closeable):
    def __init__(self, name):
        self.name = name


class Partial(Closeable, Protocol):
    @abstractmethod
    def open(self): ...


class Full(Partial):
    def open(self):
        return "open"


def attempt(what, function):
    try:
        print(what, repr(function()))
    except Exception as error:
        print(what, type(error).__name__, error)


print(isinstance(File(), Closeable), isinstance(3, Closeable), issubclass(File, Closeable), issubclass(int, Closeable))
print(isinstance(Spot(), Positioned), isinstance(3, Positioned))
print(Explicit("a").name, Explicit("a").close(), isinstance(Explicit("b"), Closeable), Full().open())
print(Unchecked[int], Unchecked.__parameters__, Closeable.__mro__)
print(isinstance(3, SupportsInt), isinstance("3", SupportsFloat), isinstance([], Iterable))
attempt("instance", lambda: Closeable())
attempt("abstract", lambda: Partial())
attempt("unchecked", lambda: isinstance(3, Unchecked))
attempt("unchecked class", lambda: issubclass(int, Unchecked))
attempt("data", lambda: issubclass(Spot, Positioned))
attempt("base", lambda: type(Closeable)("A", (File, Protocol), {}))
attempt("decorator", lambda: runtime_checkable(File))
