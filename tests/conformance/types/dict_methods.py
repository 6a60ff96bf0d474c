# tests/conformance/types/dict_methods.py: get, setdefault, pop, popitem, fromkeys, copy, clear.
d = {"a": 1, "b": 2, "c": 3}
print(d.get("a"), d.get("x"), d.get("x", 0), d.setdefault("a", 9), d.setdefault("n", []), d)
print(d.pop("a"), d.pop("zz", None), d.popitem(), d)
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), dict([("k", 1), ["l", 2]]), dict(d, e=5), dict(zip("xy", (1, 2))))
c = d.copy()
c.clear()
print(c, d, d == {"c": 3, "b": 2}, d != {}, "b" in d, 2 in d.values(), ("b", 2) in d.items())
for f in (lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(5), lambda: {}.popitem(), lambda: d["q"], lambda: d.pop("q")):
    try:
        f()
    except (TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)
