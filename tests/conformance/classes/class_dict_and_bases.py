# tests/conformance/classes/class_dict_and_bases.py: what is in a class's dict; __bases__ that are
# assigned; annotations that are a class's own.
class A:
    x: int = 1


class B(A):
    pass


class S:
    __slots__ = ("s", "__weakref__")


print([k for k in A.__dict__], [k for k in B.__dict__], [k for k in S.__dict__])
print(A.__annotations__, B.__annotations__, "__dict__" in dir(A()), "__dict__" in dir(3))


class C:
    def hello(self):
        return "C"


class D:
    def hello(self):
        return "D"


class E(C):
    pass


class F(E):
    pass


e, f = E(), F()
print(e.hello(), f.hello(), C.__subclasses__())
E.__bases__ = (D,)
print(e.hello(), f.hello(), F.__mro__, C.__subclasses__(), D.__subclasses__())
for bases in ((), [C], (int,), (F,)):
    try:
        E.__bases__ = bases
    except TypeError as error:
        print(error)
