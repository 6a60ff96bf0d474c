# tests/conformance/classes/dir_and_hasattr_on_instances.py: what attributes exist where.
class A:
    a = 1

    def m(self): pass


class B(A):
    b = 2


x = B()
x.c = 3
print([n for n in dir(x) if not n.startswith("_")])
print(hasattr(x, "a"), hasattr(x, "d"), "a" in x.__dict__, "b" in B.__dict__, "a" in B.__dict__)
print(sorted(vars(B)) [-1:], getattr(x, "d", None))
