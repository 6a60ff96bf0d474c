# tests/conformance/typing/generic_classes.py: classes with type parameters.
from typing import Dict, Generic, List, Optional, TypeVar

T = TypeVar("T")
K = TypeVar("K")


class Stack(Generic[T]):
    def __init__(self, *items: T) -> None:
        self.items: List[T] = list(items)

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> Optional[T]:
        return self.items.pop() if self.items else None


def attempt(what, function):
    try:
        print(what, repr(function()))
    except Exception as error:
        print(what, type(error).__name__, error)


stack = Stack[int](1, 2)
stack.push(3)
print(stack.pop(), stack.items, type(stack) is Stack, stack.__orig_class__)
print(Stack[int], Stack[T][str], Stack.__parameters__, Stack.__orig_bases__, Stack.__mro__)


class Ints(Stack[int]):
    pass


class Table(Dict[K, T]):
    pass


class Pair(Generic[K, T]):
    registry = {}

    def __init_subclass__(cls, /, name="none", **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry[name] = cls


class Named(Pair[str, T], name="named"):
    pass


print(Ints(4).items, Ints.__bases__, Ints.__orig_bases__, Ints.__parameters__)
print(Table(a=1), Table[str, int], Table.__mro__, Table.__parameters__)
print(Named[int], Named.__parameters__, Pair.registry, Pair[K, int][str])
attempt("too many", lambda: Stack[int, str])
attempt("too few", lambda: Pair[int])
attempt("again", lambda: Stack[int][str])
attempt("not generic", lambda: Ints[int])
attempt("isinstance", lambda: isinstance(stack, Stack[int]))
attempt("plain", lambda: type("A", (Generic,), {}))
attempt("numbers", lambda: Generic[int])
attempt("twice", lambda: Generic[T, T])
attempt("instance of variable", lambda: T())
