# tests/conformance/types/float_from_string.py: float() of strings.
for s in ("1.5", " 2 ", "-3e2", "1_0.5", ".5", "5.", "inf", "-Infinity", "nan", "1e-400", "1e400", "0.1e1", "+1.0E+2"):
    print(repr(s), float(s))
print(float(5), float(True), float(2 ** 60), float(b"1.25"), float())
