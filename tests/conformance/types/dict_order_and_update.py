# tests/conformance/types/dict_order_and_update.py: dicts keep insertion order through updates,
# deletions and re-insertion.
d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d)
del d["b"]
d["b"] = 11
print(d, list(d), list(d.values()), list(d.items()), list(reversed(d)))
d.update({"z": 0, "a": 20}, y=1)
print(d, d.popitem(), len(d))
print(d | {"a": 0, "n": 1}, {"x": 1} | d)
d |= [("k", "v")]
print(d)
