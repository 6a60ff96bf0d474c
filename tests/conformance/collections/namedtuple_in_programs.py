# tests/conformance/collections/namedtuple_in_programs.py: subclasses, methods, sorting, unpacking,
# matching.
from collections import namedtuple

Point = namedtuple("Point", ["x", "y"])
Point.__doc__ += ": a place"
Point.x.__doc__ = "across"
print(Point.__doc__, Point.x.__doc__, Point.y.__doc__)


class Vector(namedtuple("Vector", "x y z", defaults=[0])):
    __slots__ = ()

    def __add__(self, other):
        return Vector(*(a + b for a, b in zip(self, other)))

    @property
    def length(self):
        return (self.x ** 2 + self.y ** 2 + self.z ** 2) ** 0.5

    def __str__(self):
        return f"<{self.x} {self.y} {self.z}>"


v = Vector(3, 4) + Vector(0, 0)
print(v, repr(v), v.length, v._replace(z=1), {v: 1}[Vector(3, 4, 0)])
people = [Point(x, y) for x, y in ((3, "c"), (1, "a"), (2, "b"))]
print(sorted(people), max(people), [p.y for p in people], dict(people), people[0] in people)
print(*people[0], "%s-%s" % people[0], people[0] + (1,), people[0][::-1], people[0].index("c"))
match people[1]:
    case Point(1, y):
        print("one", y)
try:
    v.q = 1
except AttributeError as error:
    print(error)
print(isinstance(v, tuple), Vector._make("abc"), Vector.__mro__[1].__name__, v.count(0))
print(namedtuple("Empty", "")(), namedtuple("Named", "a, b", module="m").__module__)
