# tests/conformance/copy/shallow.py: copy.copy of containers and objects shares what they hold.
import copy


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Slots:
    __slots__ = ("a", "b")


class Items(list):
    pass


point = Point([1], {"k": 2})
other = copy.copy(point)
point.x.append(9)
print(other, other is point, other.x is point.x)
slots = Slots()
slots.a = [1]
made = copy.copy(slots)
print(made.a is slots.a, hasattr(made, "b"))
items = Items([1, [2]])
items.name = "n"
made = copy.copy(items)
print(made, type(made).__name__, made.name, made[1] is items[1])
for value in ([1, 2], {1: 2}, {3}, bytearray(b"x")):
    made = copy.copy(value)
    print(made == value, made is value)
for value in (1, "s", (1, [2]), frozenset([1]), None, print, Point, range(3), b"b"):
    print(copy.copy(value) is value)
error = ValueError("text", 1)
error.note = 2
made = copy.copy(error)
print(repr(made), made.note, made is error)
