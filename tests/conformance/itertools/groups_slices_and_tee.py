# tests/conformance/itertools/groups_slices_and_tee.py: groupby, islice, pairwise, tee,
# zip_longest, cycle.
from itertools import *

print([(k, list(g)) for k, g in groupby("aabbbc")], [(k, list(g)) for k, g in groupby([1,2,4,5,7], lambda x: x % 2)])
g = groupby("aab"); k1, g1 = next(g); k2, g2 = next(g); print(k1, list(g1), k2, list(g2), list(g))
print([k for k, g in groupby("aabbc")])
for a in [(3,), (1,3), (1,None), (0,10,3), (5,2), (None,None,2), (0,), (2,2)]:
    it = iter(range(10)); print(a, list(islice(it, *a)), next(it, "end"))
print(list(pairwise("abcd")), list(pairwise("a")), list(starmap(pow, [(2,3),(3,2)])))
a, b = tee([1,2,3]); print(next(a), next(a), list(b), list(a)); print(tee([1], 0), len(tee([1], 3)))
print(list(zip_longest("ab", "c", fillvalue="-")), list(zip_longest("ab", [])), list(zip_longest()))
c = cycle("ab"); print([next(c) for _ in range(5)], list(cycle([])))
print([x for x, _ in zip(cycle([1, 2, 3]), range(7))])
