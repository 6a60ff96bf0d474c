# tests/conformance/functools/cached_property_and_ordering.py: a value computed once; comparisons
# from one of them.
from functools import *
import operator

class C:
    def __init__(s): s.n = 0
    @cached_property
    def data(self):
        "the data"
        self.n += 1
        return [self.n]
c = C(); print(c.data, c.data, c.__dict__, C.data.__doc__); del c.data; print(c.data)
@total_ordering
class V:
    def __init__(s, n): s.n = n
    def __eq__(s, o): return s.n == o.n
    def __lt__(s, o):
        if not isinstance(o, V): return NotImplemented
        return s.n < o.n
print(V(1) < V(2), V(1) <= V(1), V(3) > V(2), V(3) >= V(4), sorted([V(3), V(1)])[0].n)
try: V(1) >= 3
except TypeError as e: print(e)
except AttributeError as e: print(e)
try:
    @total_ordering
    class W: pass
except ValueError as e: print(e)
