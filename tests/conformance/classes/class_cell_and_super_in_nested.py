# tests/conformance/classes/class_cell_and_super_in_nested.py: zero-argument super and `__class__`
# in methods, comprehensions not included.
class A:
    def f(self): return "A.f"

    @classmethod
    def c(cls): return "A.c of " + cls.__name__


class B(A):
    def f(self):
        return __class__.__name__, (lambda: super(B, self).f())()

    @classmethod
    def c(cls):
        return "B+" + super().c()

    @property
    def p(self):
        return super().f() + " by property"


class C(B):
    pass


print(C().f(), C.c(), C().p)


class D(A):
    def bad():
        return super().f()


try:
    D.bad()
except RuntimeError as e:
    print(e)
