# tests/conformance/types/dict_views.py: views follow the dict, and keys and items behave as sets.
d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
d["c"] = 3
print(k, v, i, len(k))
print(k & {"a", "z"}, sorted(k | ["q"]), sorted(k - {"a"}), sorted(k ^ {"a", "n"}), k == {"a", "b", "c"}, i & {("a", 1)})
print(list(zip(d, d.values())), sorted(d.items(), key=lambda p: -p[1]), max(d, key=d.get), "a" in k)
print([k for k in d if d[k] > 1], {v: k for k, v in d.items()}, sum(d.values()))
