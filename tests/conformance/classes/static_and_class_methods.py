# tests/conformance/classes/static_and_class_methods.py: static methods get nothing, class methods
# get the class they are called on.
class Base:
    made = 0

    @classmethod
    def make(cls, *args):
        cls.made += 1
        return cls(*args)

    @staticmethod
    def add(a, b):
        return a + b

    def __init__(self, n=0):
        self.n = n


class Derived(Base):
    pass


print(type(Base.make(1)).__name__, type(Derived.make(2)).__name__, Base.made, Derived.made)
print(Base.add(1, 2), Derived().add(3, 4), Base().make(5).n)
print(Derived.make.__self__ is Derived)
