# tests/conformance/collections/defaultdict.py: missing keys get what the factory makes.
from collections import defaultdict

dd = defaultdict(lambda: defaultdict(int)); dd["a"]["b"] += 1; print({k: dict(v) for k, v in dd.items()}, dd.default_factory is not None)
d2 = defaultdict(int, {"a": 1}, b=2); print(d2, d2 | {"z": 1}, d2.copy(), d2.pop("a"), d2.setdefault("n", 4), "q" in d2, len(d2))
try: defaultdict(None)["x"]
except KeyError as e: print(repr(e))
class DD(defaultdict):
    def __missing__(self, k): self[k] = k; return k
print(DD()["a"], DD(list), DD(int, a=1))

try:
    defaultdict(3)
except TypeError as error:
    print(error)
groups = defaultdict(list)
for word in "one two three four five".split():
    groups[len(word)].append(word)
print(groups, sorted(groups), groups.get(99), 99 in groups)
try:
    groups.nothing
except AttributeError as error:
    print(error)
