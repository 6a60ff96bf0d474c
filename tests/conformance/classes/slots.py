# tests/conformance/classes/slots.py: a class with `__slots__` has no dict and refuses other
# attributes.
class P:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


p = P(1)
print(p.x)
for f in (lambda: p.y, lambda: setattr(p, "z", 1), lambda: p.__dict__):
    try:
        f()
    except AttributeError as e:
        print(e)
p.y = 2
del p.x
print(p.y, hasattr(p, "x"))


class Q(P):
    pass


q = Q(1)
q.z = 3
print(q.x, q.z, q.__dict__)
