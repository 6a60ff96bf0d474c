# tests/conformance/tracebacks/key_error_repr.py: a KeyError prints the repr of its key.
d = {}
try:
    d["it's"]
except KeyError:
    d[("a", 1)]
