# tests/conformance/classes/container_dunders.py: len, getitem, setitem, delitem, contains, iter
# and reversed of a class.
class Box:
    def __init__(self): self.d = {}
    def __len__(self): return len(self.d)
    def __getitem__(self, k): print("get", k); return self.d[k]
    def __setitem__(self, k, v): print("set", k); self.d[k] = v
    def __delitem__(self, k): print("del", k); del self.d[k]
    def __contains__(self, k): print("contains", k); return k in self.d
    def __iter__(self): return iter(sorted(self.d, key=str))
    def __reversed__(self): return iter(sorted(self.d)[::-1])


b = Box()
b["x"] = 1
b["y"], b["z"] = 2, 3
b["x"] += 10
del b["y"]
print(b["x"], "x" in b, "q" not in b, len(b), list(b), list(reversed(b)), bool(b))
b[1, 2] = "tuple"
print(b[1, 2])
