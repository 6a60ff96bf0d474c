# tests/conformance/tracebacks/in_sort_key.py: entries of a key function called by sorted.
def key(x):
    return x["n"]


print(sorted([{"n": 1}, {"m": 2}], key=key))
