# tests/conformance/formatting/format_map_and_partial.py: format_map asks the mapping for each name.
class D(dict):
    def __missing__(self, key):
        return "<" + key + ">"


print("{a} {b} {a!r}".format_map(D(a="x")), "{a[1]}".format_map({"a": "hey"}))
