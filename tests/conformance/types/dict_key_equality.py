# tests/conformance/types/dict_key_equality.py: keys that are equal are one key; the first key
# stays.
d = {1: "int", 1.0: "float", True: "bool"}
print(d)
d = {(1, 2): "t", "1": "s", 1: "i", None: "n", 1.5: "f"}
print(d[(1, 2)], d["1"], d[1.0], d[None], d[1.5], d)
try:
    d[[1]] = 2
except TypeError as e:
    print(e)
nan = float("nan")
d = {nan: 1, float("nan"): 2}
print(len(d), d[nan])
