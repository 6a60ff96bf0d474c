# tests/conformance/types/tuple_methods_and_compare.py: tuples: index, count, slices, comparison,
# nesting, immutability.
t = (1, 2, 3, 2)
print(t.index(2), t.count(2), t[1:], t[::-1], t + (4,), t * 2, len(t), 3 in t, (1, 2) < (1, 2, 0), () < (0,))
print(tuple("ab"), tuple(), tuple(x for x in range(2)), (1,) == 1, hash((1, 2)) == hash((1, 2)), ((1, 2), (3, (4,))))
try:
    t[0] = 1
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
print(max((3, "a")[:1]), sum((1, 2), 10), sum(((1,), (2,)), ()))
