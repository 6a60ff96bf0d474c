# tests/conformance/classes/modules_with_a_class.py: classes over the type of modules.
import sys
from types import ModuleType


class Lazy(ModuleType):
    def __init__(self, name, loader):
        super().__init__(name, "doc of " + name)
        self.loader = loader

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        value = self.loader(name)
        setattr(self, name, value)
        return value

    @property
    def size(self):
        return len(vars(self))


def load(name):
    print("loads", name)
    return name.title()


lazy = Lazy("lazy", load)
print(type(lazy), isinstance(lazy, ModuleType), repr(lazy), lazy.__doc__, lazy.__spec__)
print(lazy.first, lazy.first, lazy.size, sorted(vars(lazy))[-2:])
sys.modules["lazy"] = lazy
import lazy as again
from lazy import second
print(again is lazy, second, hasattr(lazy, "__nothing__"))


class Plain(ModuleType):
    def hello(self):
        return "hello from " + self.__name__


plain = Plain("plain")
print(plain, plain.hello(), plain.__dict__)
bare = ModuleType.__new__(Plain)
print(bare, vars(bare))
for arguments in ((), (1,), ("a", "b", "c")):
    try:
        print(ModuleType(*arguments))
    except TypeError as error:
        print(error)
try:
    plain.nothing
except AttributeError as error:
    print(error)
this = sys.modules[__name__]
this.__class__ = Plain
print(this.hello(), type(this))
