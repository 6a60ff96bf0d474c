# tests/conformance/types/set_methods.py: add, discard, remove, pop, clear, copy, and frozensets.
s = set()
s.add(1); s.add(1); s.add("x"); s.discard("no"); s.discard("x")
print(s, set(), frozenset(), frozenset([1]), {*()})
t = s.copy()
t.clear()
print(s, t, bool(t), s == frozenset([1]), {frozenset([1]): "key"}[frozenset([1])])
print({1, 2} == {2, 1}, {1} != {1, 2}, {frozenset("a"), frozenset("a")}, type(frozenset([1]) | {2}), type({2} | frozenset([1])))
try:
    frozenset([1]).add(2)
except AttributeError as e:
    print(e)
