# tests/conformance/functools/singledispatch_by_class.py: the nearest base class decides, and two
# that are equally near are an error.
from collections.abc import Sized
from functools import singledispatch


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
