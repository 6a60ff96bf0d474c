# tests/conformance/classes/descriptors.py: get, set, delete and set_name of descriptors.
class Field:
    def __set_name__(self, owner, name):
        print("named", name, owner.__name__)
        self.name = "_" + name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, "unset")

    def __set__(self, obj, value):
        print("set", self.name, value)
        obj.__dict__[self.name] = value

    def __delete__(self, obj):
        print("delete", self.name)
        del obj.__dict__[self.name]


class C:
    x = Field()
    y = Field()


c = C()
print(c.x)
c.x = 5
print(c.x, c.y, isinstance(C.x, Field))
del c.x
print(c.x, c.__dict__)
