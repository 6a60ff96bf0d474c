# Methods of built-in types as __setattr__, __delattr__, __getattr__: a dict with attributes.
class Record(dict):
    __getattr__ = dict.get
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__


record = Record(a=1)
record.b = 2
record["c"] = 3
print(record, record.a, record.b, record.c, record.missing)
del record.a
print(record)
try:
    del record.a
except KeyError as error:
    print("KeyError", error)


class Quiet:
    __setattr__ = lambda self, name, value: print("set", name, value)
    __slots__ = ()


Quiet().x = 5


class Hook:
    def __call__(self, *arguments):
        print("hook", arguments)


class Hooked:
    __setattr__ = Hook()
    __delattr__ = staticmethod(lambda name: print("deletes", name))


hooked = Hooked()
hooked.y = 1
del hooked.y
print(hooked.__dict__)
