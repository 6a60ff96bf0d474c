# What places remember of classes, while bases, whole classes and the classes' own dicts change.
class A: x = "A.x"; m = staticmethod(lambda: "A.m")
class B: x = "B.x"; m = staticmethod(lambda: "B.m")
class P: 
    @property
    def p(self): return "P.p"
class Q:
    @property
    def p(self): return "Q.p"
class C(A, P): pass
def ask(o): return o.x, o.m()
def prop(o): return o.p
c = C()
for i in range(3): print(ask(c), ask(C), prop(c))
C.__bases__ = (B, Q)
for i in range(3): print(ask(c), ask(C), prop(c))
# classes that die, and others in their places
def make(n):
    class T:
        v = n
        @classmethod
        def k(cls): return (cls.__name__, cls.v)
    return T
def look(t): return t.v, t.k()
bad = 0
for n in range(3000):
    T = make(n)
    if look(T) != (n, ("T", n)) or look(T()) != (n, ("T", n)): bad += 1
print(bad)
# one place, many kinds
class S:
    def __init__(self): self.w = 1
    def f(self): return "f"
class U:
    w = 2
    @staticmethod
    def f(): return "static"
class V:
    @property
    def w(self): return 3
    @classmethod
    def f(cls): return "class"
def all_(o): return o.w, o.f()
for order in ((S, U, V), (V, S, U), (U, V, S)):
    ns = {}
    exec("def all_(o): return o.w, o.f()", ns)
    for t in range(3):
        for k in order: print(ns["all_"](k()), end=" ")
    print()
# a class's own dict that grows behind the places that know its slots
def value(t): return t.x, t().x
for count in range(1, 40):
    body = {f"a{n}": n for n in range(count)}
    body["x"] = ("x", count)
    K = type("K", (), body)
    before = [value(K) for _ in range(3)]
    K.__annotations__ = {"y": int}
    junk = [{str(n): n, "b": [n]} for n in range(60)]
    K.__abstractmethods__ = frozenset()
    junk += [{str(n): n, "b": [n], "c": n} for n in range(60)]
    if [value(K) for _ in range(3)] != before: print("differs", count)
def said(n):
    try: raise KeyError(n) if n % 2 else ValueError("v", n)
    except (KeyError, ValueError) as e: return repr(e), e.args
print([said(n) for n in range(4)], ValueError(), OSError(2, "no"), repr(StopIteration(3).value), SystemExit(4).code, UnicodeDecodeError("a", b"b", 0, 1, "r"))
