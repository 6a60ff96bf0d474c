# tests/conformance/abc/abstract_methods.py: a class with abstract methods cannot be instantiated,
# and says which.
import abc
from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        ...

    @property
    @abstractmethod
    def name(self):
        ...

    @classmethod
    @abstractmethod
    def make(cls):
        ...

    @staticmethod
    @abstractmethod
    def unit():
        ...

    def describe(self):
        return f"{self.name} of {self.area()}{self.unit()}"


class Half(Shape):
    def area(self):
        return 4

    name = "half"


class Square(Half):
    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def unit():
        return "m2"


class One(metaclass=ABCMeta):
    @abstractmethod
    def only(self):
        return "from the abstract one"


class Two(One):
    def only(self):
        return super().only()


for cls in (Shape, Half, One, Square, Two):
    try:
        print(cls().__class__.__name__, sorted(cls.__abstractmethods__))
    except TypeError as error:
        print(error)
print(Square.make().describe(), Two().only(), type(Shape), Shape.__mro__)
print(Shape.area.__isabstractmethod__, Shape.name.__isabstractmethod__, abc.ABC)
Half.make = classmethod(lambda cls: cls)
Half.unit = staticmethod(lambda: "")
abc.update_abstractmethods(Half)
print(Half().describe())
