# tests/conformance/classes/special_methods_behind_descriptors.py: special methods that are static
# or class methods, bound methods, classes or objects with __get__.
class Getter:
    def __get__(self, instance, owner):
        return lambda *args: (owner.__name__, args)


class C:
    @staticmethod
    def __getitem__(key):
        return "static", key

    @classmethod
    def __len__(cls):
        return len(cls.__name__)

    __call__ = Getter()
    __contains__ = "abc".__contains__
    __iter__ = iter("xy").__iter__
    __int__ = lambda self: 5


c = C()
print(c[1], c[1:2], len(c), c(1, 2), "a" in c, "z" in c, list(c), int(c))
