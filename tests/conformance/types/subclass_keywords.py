# tests/conformance/types/subclass_keywords.py: keywords of a class over a built-in type.
class Made(tuple):
    def __new__(cls, items, extra=None):
        return super().__new__(cls, items)


def with_init(base):
    class Class(base):
        def __init__(self, value, extra=None):
            self.extra = extra

    return Class


print(Made([1], extra=3))
for base, value in ((tuple, [1]), (frozenset, [1]), (float, 1.5), (set, [1]), (list, [1])):
    made = with_init(base)(value, extra=3)
    print(base.__name__, made, made.extra)


class Plain(tuple):
    pass


for call in (lambda: Plain([1], extra=2), lambda: Plain(extra=2)):
    try:
        print(call())
    except TypeError as error:
        print(error)
