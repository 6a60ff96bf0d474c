# tests/conformance/formatting/string_specs.py: format specifications of strings.
for spec in ("", "s", "10", "<10", ">10", "^10", "*^10", ".2", "10.2", ">6.3s", "é^7", "05", "=<4"):
    print(repr(spec), "|" + format("word", spec) + "|")
print(f"{'日本':>6}|{'😀':*^5}|{None!s:>6}|{True!s:6}|{[1]!s:>5}|{'':4}|")
