# tests/conformance/lifetime/del_method_in_attribute.py: an attribute dies with its owner, after
# the owner's `__del__`.
class C:
    def __init__(self, name, part=None):
        self.name, self.part = name, part

    def __del__(self): print("del", self.name)


x = C("owner", C("part"))
x.part = C("second part")
print("replaced")
del x
print("after")
