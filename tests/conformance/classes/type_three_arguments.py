# tests/conformance/classes/type_three_arguments.py: `type` makes classes, and tells the type.
C = type("C", (), {"x": 1, "hi": lambda self: "hi " + str(self.x)})
print(C().hi(), C.__name__, type(C), type(type), type(5) is int)
D = type("D", (C,), {})
print(D().hi(), D.__bases__[0].__name__, C)
print(type(C()).__name__, C().__class__ is C)
