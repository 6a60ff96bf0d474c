# tests/conformance/classes/repr_and_str.py: which of `__repr__` and `__str__` is used where.
class Both:
    def __repr__(self): return "<repr>"
    def __str__(self): return "<str>"


class OnlyRepr:
    def __repr__(self): return "<only repr>"


class OnlyStr:
    def __str__(self): return "<only str>"


b = Both()
print(b, [b], (b,), {b: b}, f"{b} {b!r} {b!s:>8}", "%s %r" % (b, b), str(b), repr(b))
print(OnlyRepr(), [OnlyRepr()], str(OnlyRepr()))
print(OnlyStr(), "OnlyStr object at 0x" in repr(OnlyStr()))


class Bad:
    def __repr__(self): return 5


try:
    repr(Bad())
except TypeError as e:
    print(e)
