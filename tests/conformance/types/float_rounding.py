# tests/conformance/types/float_rounding.py: round goes to even, with and without digits, for ints
# too.
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999, 2.51)])
print(round(2.675, 2), round(1.005, 2), round(0.125, 2), round(1234.5678, -2), round(1e20, 2), round(2.5, 0), round(-0.4))
print(round(15, -1), round(25, -1), round(-15, -1), round(12345, -3), round(5, 2), round(10 ** 30 + 5, -1))
print(type(round(2.0)), type(round(2.0, 0)), type(round(7, 0)), round(2.7, None))
