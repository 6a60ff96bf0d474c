# tests/conformance/collections/namedtuple.py: fields by name, defaults, and every way to get it
# wrong.
import collections

P = collections.namedtuple("P", "x y z", defaults=(3,))
p = P(1, 2)
print(p, p.x, p.z, p._asdict(), p._replace(y=9), P._make([1,2,3]), P._fields, P._field_defaults)
for f in ("P()", "P(1)", "P(1,2,3,4)", "P(1,x=2)", "P(1,2,w=3)", "p._replace(q=1)", "P._make([1])", "setattr(p,'x',3)", "delattr(p,'x')", "collections.namedtuple('A','a a')", "collections.namedtuple('A','_a')", "collections.namedtuple('A','def')", "collections.namedtuple('A B','a')","p.q", "collections.namedtuple('A', 'x', defaults=[1,2])"):
    try: print(eval(f))
    except Exception as e: print(f, type(e).__name__, e)
x, y, z = p
print(x, y, z, p == (1,2,3), hash(p) == hash((1,2,3)), p[0], p[-1], len(p), p < (2,), P.__name__, P.__doc__, P.__module__, P, P.x)
match p:
    case P(x=1, y=b): print("m", b)
class Q(P):
    def __new__(cls, a): return super().__new__(cls, a, a*2)
    def s(self): return self.x + self.y
print(Q(4), Q(4).s(), Q(4)._replace(x=1) if 0 else "")
try: Q(1,2)
except TypeError as e: print(e)
print(collections.namedtuple("R", ["a", "def", "a"], rename=True)._fields)
