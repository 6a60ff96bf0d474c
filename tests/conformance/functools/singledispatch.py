# tests/conformance/functools/singledispatch.py: functions and methods chosen by the type of the
# first argument.
from functools import *
import operator

@singledispatch
def show(x): return f"obj {x}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
def show_list(x): return f"list {[show(y) for y in x]}"
@show.register
def _(x: float | str): return f"fs {x}"
from collections.abc import Mapping, Sized
@show.register(Mapping)
def _(x): return f"map {sorted(x)}"
print(show(1), show([1, "a", 2.5, None]), show({"k": 1}), show(True), show((1,)))
print(show.dispatch(bool) is show.registry[int], len(show.registry), show.__name__, show_list([3]))
try: show()
except TypeError as e: print(e)
try:
    @show.register
    def _(x): pass
except TypeError as e: print(str(e)[:40])
try:
    show.register(3, 4)
except TypeError as e: print(e)
try:
    @show.register
    def _(x: 3): pass
except TypeError as e: print(e)
class D:
    @singledispatchmethod
    def go(self, x): return "base"
    @go.register
    def _(self, x: int): return "int"
    @go.register(str)
    @classmethod
    def _(cls, x): return f"str {cls.__name__}"
print(D().go(1), D().go("a"), D().go(2.0))


class Base: pass
class Derived(Base): pass


@singledispatch
def kind(x):
    return "?"


@kind.register(Base)
def _(x):
    return "base"


print(kind(Derived()), kind(3), kind.dispatch(Derived).__name__)
kind.register(Derived, lambda x: "derived")
print(kind(Derived()), kind(Base()))
try:
    @kind.register(Sized)
    def _(x): return "sized"
    from collections.abc import Iterable
    kind.register(Iterable, lambda x: "iterable")
    kind([])
except RuntimeError as error:
    print(error)


# Abstract classes that a class was registered with, one of them above the others.
class Sizable(Sized):
    def __len__(self):
        return 0


@singledispatch
def most(x):
    return "base"


from collections.abc import Container, Iterable, Set
for abstract in (Iterable, Container, Sized, Set):
    most.register(abstract, lambda x, name=abstract.__name__: name)
print(most(Sizable()), most([]) if 0 else "", most({1}), most(frozenset()))
for abstract in (Iterable, Container, Set):
    abstract.register(Sizable)
    print(most(Sizable()))
