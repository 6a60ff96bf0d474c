# tests/conformance/lifetime/del_method_at_del.py: `__del__` runs when the last name is deleted.
class C:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)


a = C("a")
b = a
del a
print("b still holds it")
del b
print("after")
