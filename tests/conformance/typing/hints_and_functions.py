# tests/conformance/typing/hints_and_functions.py: get_type_hints, cast, overload and other functions.
import typing
from typing import (Annotated, ClassVar, List, Optional, Union, assert_never, cast, final,
                    get_overloads, get_type_hints, is_typeddict, no_type_check, overload)


class Node:
    value: int
    next: "Optional[Node]" = None
    children: "List[Node]"

    def add(self, child: "Node", at: Optional[int] = None) -> "Node": ...


class Leaf(Node):
    kind: ClassVar[str] = "leaf"


def plain(x: int, y: "Union[str, int]" = "a", *, z: Annotated[int, "meta"] = 1) -> None: ...


def attempt(what, function):
    try:
        print(what, repr(function()))
    except Exception as error:
        print(what, type(error).__name__, error)


def unknown(x: "Nowhere"): ...


print(get_type_hints(Node), get_type_hints(Node.add))
print(get_type_hints(Leaf))
print(get_type_hints(plain), get_type_hints(plain, include_extras=True)["z"])
attempt("unknown", lambda: get_type_hints(unknown))
attempt("given", lambda: get_type_hints(unknown, {"Nowhere": int}))
attempt("number", lambda: get_type_hints(3))


@overload
def both(x: int) -> int: ...
@overload
def both(x: str) -> str: ...


attempt("overloaded", lambda: both(1))


def both(x):
    return x


print(both(2), [each.__annotations__["x"] for each in get_overloads(both)])


@final
class Last:
    pass


@no_type_check
def unchecked(x: "no type at all"): ...


print(Last.__final__, get_type_hints(unchecked), cast(int, "x"), cast("int", 3), typing.TYPE_CHECKING)
attempt("never", lambda: assert_never("x"))
print(is_typeddict(int), plain.__annotations__["y"])
