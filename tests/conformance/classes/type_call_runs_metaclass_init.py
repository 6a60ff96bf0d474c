# type(name, bases, namespace) with bases of a metaclass: its __new__ and its __init__ run.
class Meta(type):
    def __new__(metaclass, name, bases, namespace, **keywords):
        print("new", name, keywords)
        return super().__new__(metaclass, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        print("init", name, keywords)
        super().__init__(name, bases, namespace)


class Base(metaclass=Meta, flag=1):
    pass


Made = type("Made", (Base,), {"x": 1}, flag=2)
print(type(Made), Made.x, Made.__module__)
for arguments in (("A", 5, {}), ("A", "b"), ("A",) * 4):
    try:
        type(*arguments)
    except TypeError as error:
        print(error)
