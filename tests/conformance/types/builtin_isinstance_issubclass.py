# tests/conformance/types/builtin_isinstance_issubclass.py: isinstance and issubclass with tuples,
# unions and classes.
class A: pass
class B(A): pass


print(isinstance(B(), A), isinstance(1, (str, int)), isinstance(True, int), isinstance(1, bool), isinstance(None, type(None)))
print(issubclass(B, (int, A)), issubclass(bool, int), isinstance(A, type), isinstance(print, type(len)), isinstance([], object), isinstance(5.0, (int, (str, float))))
for f in (lambda: isinstance(1, "int"), lambda: issubclass(1, int), lambda: isinstance(1, (int, 5)), lambda: isinstance("", (int, 5))):
    try:
        print(f())
    except TypeError as e:
        print(e)
