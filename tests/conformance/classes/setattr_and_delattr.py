# tests/conformance/classes/setattr_and_delattr.py: `__setattr__` and `__delattr__` see every
# assignment to an attribute.
class S:
    def __init__(self):
        self.a = 1

    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)


s = S()
s.b = 2
s.a += 5
del s.b
print(s.__dict__)
setattr(s, "c", 3)
delattr(s, "c")
print(vars(s))
