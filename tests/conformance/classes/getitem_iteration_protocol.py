# tests/conformance/classes/getitem_iteration_protocol.py: a class with only `__getitem__` can be
# iterated, searched and unpacked.
class Squares:
    def __getitem__(self, i):
        if isinstance(i, slice):
            return i.start, i.stop, i.step
        if i >= 4:
            raise IndexError("end")
        return i * i


s = Squares()
print(list(s), 9 in s, 5 in s, s[1:2], s[::3], s[:])
a, b, *c = s
print(a, b, c, max(s), [x for x in s])
