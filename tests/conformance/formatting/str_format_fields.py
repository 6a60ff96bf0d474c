# tests/conformance/formatting/str_format_fields.py: positions, names, attributes, items,
# conversions and nested fields of str.format.
class P:
    x = 3


print("{} {} {{}}".format(1, "a"), "{1} {0} {1}".format("a", "b"), "{name} {n:>4}".format(name="x", n=5), "{0.x} {1[0]} {2[k]}".format(P(), [7], {"k": 8}))
print("{!r} {!s:>5} {!a}".format("a", "b", "é"), "{:{}}|{:{w}.{p}f}".format("x", 5, 3.14159, w=8, p=2), "{0:>{1}}".format("q", 4), "{:,}".format(10 ** 9))
print("{a}{b}".format(**{"a": 1, "b": 2}), "{}{}".format(*"xy"), "{:%}".format(0.25), "{:08.3f}".format(-3.14159), "{d[a b]}".format(d={"a b": 1}))
