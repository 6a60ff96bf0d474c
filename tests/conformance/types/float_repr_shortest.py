# tests/conformance/types/float_repr_shortest.py: floats print with the shortest digits that give
# the same float.
for x in (0.1, 0.2 + 0.1, 1 / 3, 100.0, 1e16, 1e15, 123456789012345680.0, 1e22, 1e23, 1.5e-5, 0.0001, 0.00001, 5e-324, 1.7976931348623157e308,
          2.0 ** 53, 1e-7, -0.0, 3.0, 2.5, 1e100, 9007199254740993.0, 4.35, 1.1 * 1.1, 1e-300 * 1e10):
    print(x, repr(x), [x])
print(float("inf"), -float("inf"), float("nan"), 1e309, -1e309)
