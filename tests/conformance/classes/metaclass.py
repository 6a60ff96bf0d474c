# tests/conformance/classes/metaclass.py: a metaclass makes the class and can intercept its call.
class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, [k for k in ns if not k.startswith("__")], kw)
        ns["added"] = 1
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print("init", name)
        super().__init__(name, bases, ns)

    def __call__(cls, *args):
        print("call", args)
        return super().__call__(*args)

    def __len__(cls):
        return 42


class C(metaclass=Meta, opt=1):
    x = 1

    def __init__(self, n):
        self.n = n


print(C.added, C(5).n, len(C), type(C).__name__, isinstance(C, Meta))
D = Meta("D", (C,), {"y": 2})
print(D.y, D.__mro__[1].__name__)
