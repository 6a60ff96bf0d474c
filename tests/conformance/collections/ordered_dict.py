# tests/conformance/collections/ordered_dict.py: order, moving to an end, and comparing with it.
from collections import OrderedDict

od = OrderedDict(); od["x"] = 1; od.update(y=2, z=3); print(od, od.pop("x"), od.pop("n", 0), od.setdefault("w"), od == OrderedDict(y=2,z=3,w=None), od != {}, list(od.keys()), od | {"k": 1}, OrderedDict.fromkeys("ab", 1), od.copy(), len(od), od.get("y"))
class LRU(OrderedDict):
    def __init__(self, n): super().__init__(); self.n = n
    def __getitem__(self, k):
        v = super().__getitem__(k); self.move_to_end(k); return v
    def __setitem__(self, k, v):
        super().__setitem__(k, v); self.move_to_end(k)
        if len(self) > self.n: del self[next(iter(self))]
l = LRU(2); l["a"] = 1; l["b"] = 2; l["a"]; l["c"] = 3; print(l, list(l))

o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a")
print(o)
o.move_to_end("c", last=False)
print(o, o.popitem(), o.popitem(last=False), o, o.keys(), o.items(), o.values())
print(OrderedDict(), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), list(reversed(o)))
for action in (lambda: OrderedDict().popitem(), lambda: o.move_to_end("zz"), lambda: o.pop("q")):
    try:
        action()
    except KeyError as error:
        print(error)
