# tests/conformance/classes/hash_and_eq_in_dict.py: a dict asks hash first and equality only for
# equal hashes.
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): print("hash", self.n); return self.n % 4
    def __eq__(self, o): print("eq", self.n, o.n); return self.n == o.n


d = {K(1): "one"}
print(d[K(1)])
print(K(5) in d)
print(d.get(K(2)))
s = {K(1), K(1)}
print(len(s))
