# tests/conformance/tracebacks/marker_of_subscript_key.py: the marker points at the key that is
# missing.
config = {"a": {"b": [1, 2]}}
print(config["a"]["b"][1], config["a"]["c"]["d"])
