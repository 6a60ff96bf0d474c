# tests/conformance/types/eval_free_object_defaults.py: what a bare object does.
o = object()
print(o == o, o != object(), isinstance(hash(o), int), bool(o), type(o), "<object object at 0x" in repr(o), object.__name__)


class E: pass


e = E()
print(e == E(), e == e, "<__main__.E object at 0x" in repr(e), str(e) == repr(e), E, E.__module__, e.__class__.__name__, e.__doc__)
for f in (lambda: object(1), lambda: setattr(o, "x", 1), lambda: e < e, lambda: len(e), lambda: e(), lambda: e[0], lambda: iter(e)):
    try:
        f()
    except (TypeError, AttributeError) as x:
        print(x)
