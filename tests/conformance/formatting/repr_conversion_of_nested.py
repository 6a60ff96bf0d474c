# tests/conformance/formatting/repr_conversion_of_nested.py: repr and str inside containers, with
# quotes and recursion.
x = ["a'b", 'q"q', ("t",), {"k": {"n": None}}, {1.0}, b"x", 1e100, True, ...]
print(x, str(x) == repr(x), f"{x}", f"{x!r:.10}", "%s" % x)
print(str(("a",)), str({"a": "b"}), [str], f"{'a'!r}", f"{'a'!r:>6}", f"{1.0!r}")
