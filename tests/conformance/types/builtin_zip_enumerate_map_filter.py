# tests/conformance/types/builtin_zip_enumerate_map_filter.py: the lazy iterators.
print(list(zip("ab", [1, 2, 3])), list(zip()), list(zip("ab", "cd", strict=True)), dict(zip("ab", range(2))))
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(map(abs, [-1, 2])), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(map(str.upper, "ab")))
print(list(filter(None, [0, 1, "", "x"])), list(filter(lambda x: x % 2, range(6))), next(map(int, "12")), [*zip(*[(1, 2), (3, 4)])])
m = map(print, ["lazy 1", "lazy 2"])
print("made")
next(m)
it = iter([1, 2, 3, 4])
print(list(zip(it, it)), type(m).__name__, type(zip()).__name__)
try:
    list(zip("ab", "c", strict=True))
except ValueError as e:
    print(e)
a = iter([1, 2, 3])
print(list(zip(a, "x")), list(a))
