# tests/conformance/lifetime/del_method_in_tuple_and_closure.py: tuples and closures keep their
# contents alive.
class C:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)


t = (C("in tuple"), 1)
x = t
del t
print("still")
del x


def make():
    c = C("in closure")
    return lambda: c.name


f = make()
print(f())
f = None
print("after")
