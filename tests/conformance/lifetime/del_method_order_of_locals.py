# tests/conformance/lifetime/del_method_order_of_locals.py: locals die in the order in which they
# were made.
class C:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)


def f(arg):
    z = C("z")
    a = C("a")
    m = C("m")


f(C("argument"))
print("after")
