# tests/conformance/tracebacks/marker_of_subscript.py: the marker of a failed item lookup.
config = {"a": {"b": [1, 2]}}


def get(d):
    return d["a"]["b"][7] + d["a"]["c"]


get(config)
