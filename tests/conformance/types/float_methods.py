# tests/conformance/types/float_methods.py: is_integer, as_integer_ratio, hex and fromhex.
print((2.0).is_integer(), (2.5).is_integer(), (0.75).as_integer_ratio(), (-0.1).as_integer_ratio())
print((1.0).hex(), (0.1).hex(), (-2.5).hex(), float.fromhex("0x1.8p1"), float.fromhex("-0x.1p4"))
print((3.7).__trunc__(), (3.7).__floor__(), (3.2).__ceil__(), (2.0).conjugate(), (2.5).real)
print(hash(1.0) == hash(1), hash(0.5), hash(float("inf")), hash(2.0 ** 70) == hash(2 ** 70))
