# tests/conformance/types/int_float_comparison.py: ints and floats compare by exact value.
print(2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 2 ** 53 + 1 > 2.0 ** 53, 10 ** 400 > 1e308, -10 ** 400 < -1e308)
print(1 < 1.5 < 2, 0.1 + 0.2 == 0.3, 0 == -0.0, 1e16 + 1 == 10 ** 16 + 1, 3 == 3.0 == True)
print(sorted([3, 1.5, 2, -0.5, True, 2.5]), max(1, 1.0), max(1.0, 1), min(0, False))
