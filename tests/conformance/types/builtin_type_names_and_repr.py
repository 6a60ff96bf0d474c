# tests/conformance/types/builtin_type_names_and_repr.py: types, their names and reprs of built-in
# things.
for x in (1, 1.5, "s", b"b", None, True, [], (), {}, set(), frozenset(), range(1), print, len, int, object, type, lambda: 0, (i for i in []), iter([]),
          slice(1), NotImplemented, ..., Exception("e"), zip(), map(abs, []), enumerate([]), property(), staticmethod(len)):
    print(type(x).__name__, type(x))
print(int, print, len, [].append.__name__, str.upper, dict.get, object, Exception, type(None)(), int.__add__)
