# tests/conformance/lifetime/del_method_in_default_and_class.py: class attributes and defaults
# live as long as their class or function.
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)


def f(x=C("default")):
    return x.n


print(f())
f = None
print("function gone")


class Holder:
    item = C("class attribute")


Holder.item = None
print("attribute replaced")
