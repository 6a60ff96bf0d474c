# tests/conformance/abc/registered_subclasses.py: register, __subclasshook__, and what isinstance
# makes of them.
from abc import ABC, abstractmethod


class Drawable(ABC):
    @abstractmethod
    def draw(self):
        ...

    @classmethod
    def __subclasshook__(cls, other):
        if cls is Drawable and any("draw" in base.__dict__ for base in other.__mro__):
            return True
        return NotImplemented


class Duck:
    def draw(self):
        pass


class Number(ABC):
    pass


@Number.register
class Fraction:
    pass


class Other(Number):
    pass


print(isinstance(Duck(), Drawable), issubclass(Duck, Drawable), issubclass(int, Drawable))
print(isinstance(3, Number))
print(Number.register(int), isinstance(3, Number), isinstance(True, Number))
print(isinstance(Fraction(), Number), isinstance(Other(), Number), isinstance(3, Other))
Other.register(str)
print(isinstance("a", Number), isinstance("a", Other), isinstance(("a"), (list, Number)))
for action in (lambda: Number.register(3), lambda: Other.register(Number),
               lambda: issubclass(3, Number), lambda: isinstance(3, 4)):
    try:
        action()
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)
print(Fraction.__mro__, Drawable in Duck.__mro__)
