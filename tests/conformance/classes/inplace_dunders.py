# tests/conformance/classes/inplace_dunders.py: in-place operators fall back to the binary ones.
class P:
    def __init__(self, items): self.items = items
    def __iadd__(self, o): self.items.append(o); return self
    def __sub__(self, o): return P([i for i in self.items if i != o])
    def __imul__(self, o): return "replaced"


p = q = P([1])
p += 2
print(p.items, p is q)
p -= 1
print(p.items, q.items, p is q)
p *= 3
print(p)
