# tests/conformance/classes/slots_are_no_part_of_the_dict.py: __slots__ members beside a __dict__,
# through inheritance, and layouts that do not go together.
class A:
    __slots__ = ("a", "b")


class B(A):
    __slots__ = ("c",)


class D(B):
    pass


d = D()
d.a, d.c, d.x = 1, 3, 4
print(d.__dict__, d.a, d.c, hasattr(d, "b"), A.a, vars(d))
d.__dict__["a"] = "hidden"
print(d.a, d.__dict__)
del d.a
for act in (lambda: d.a, lambda: A.a.__set__(3, 1), lambda: setattr(B(), "z", 1)):
    try:
        act()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class Other:
    __slots__ = ("o",)


try:
    class Both(A, Other):
        pass
except TypeError as error:
    print(error)
