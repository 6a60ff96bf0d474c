# tests/conformance/weakref/what_cannot_be_a_target.py: what has no weak references says so.
import weakref


class Slotted:
    __slots__ = ("a",)


class WithSlot:
    __slots__ = ("a", "__weakref__")


class Derived(list):
    pass


for target in (1, "s", (), [], {}, None, object(), 1.5, range(3), Slotted()):
    try:
        weakref.ref(target)
    except TypeError as error:
        print(error)
    try:
        weakref.proxy(target)
    except TypeError as error:
        print(error)
for target in (WithSlot(), Derived(), {1}, len, Slotted, weakref):
    print(weakref.ref(target)() is target)
