# tests/conformance/tracebacks/error_in_augmented_and_delete.py: an error in `del` of a missing
# item.
d = {"a": 1}
d["a"] += 1
print(d)
del d["a"], d["b"]
