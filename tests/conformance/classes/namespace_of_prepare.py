# tests/conformance/classes/namespace_of_prepare.py: a class body runs in what __prepare__ gave.
class Recorder(dict):
    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)

    def __missing__(self, key):
        if key.startswith("auto_"):
            return key
        raise KeyError(key)


class Meta(type):
    @classmethod
    def __prepare__(metacls, name, bases, **keywords):
        print(name, bases, keywords)
        return Recorder()

    def __new__(metacls, name, bases, namespace, **keywords):
        return super().__new__(metacls, name, bases, dict(namespace))

    def __init__(cls, name, bases, namespace, **keywords):
        super().__init__(name, bases, namespace)


class C(metaclass=Meta, flag=1):
    a = 1
    b = auto_b
    n: int = a

    def f(self):
        return __class__


print(C.a, C.b, C().f() is C, C.__annotations__)
try:
    class D(metaclass=Meta):
        missing_name
except NameError as error:
    print(error)
