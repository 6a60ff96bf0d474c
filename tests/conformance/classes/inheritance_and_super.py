# tests/conformance/classes/inheritance_and_super.py: `super()` goes on to the next class of the
# MRO.
class A:
    def __init__(self):
        print("A init")

    def who(self):
        return "A"


class B(A):
    def __init__(self):
        print("B init")
        super().__init__()

    def who(self):
        return "B>" + super().who()


class C(A):
    def __init__(self):
        print("C init")
        super().__init__()

    def who(self):
        return "C>" + super().who()


class D(B, C):
    def who(self):
        return "D>" + super(D, self).who()


d = D()
print(d.who(), [k.__name__ for k in D.__mro__])
print(isinstance(d, C), issubclass(D, A), issubclass(A, D), D.__bases__ == (B, C))
