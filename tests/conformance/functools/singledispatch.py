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
