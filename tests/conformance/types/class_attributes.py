# Attributes and methods of classes, asked of objects and of the classes, before and after changes.
class M(type):
    def mm(cls): return "mm", cls.__name__
class A(metaclass=M):
    n = 1
    def f(self): return "f"
    @staticmethod
    def s(x): return ("s", x)
    @classmethod
    def c(cls): return cls.__name__
class B(A): pass
def look(o): return o.n
def stat(o): return o.s(1)
def cm(o): return o.c()
def fn(o): return o.f() if not isinstance(o, type) else o.f(o)
def meta(o): return o.mm()
a, b = A(), B()
for turn in range(3):
    for o in (a, b, A, B):
        print(look(o), stat(o), cm(o), fn(o))
    print(meta(A), meta(B))
    if turn == 0: A.n += 1; B.n = 7
    if turn == 1:
        del B.n; a.n = "own"; A.s = staticmethod(lambda x: ("t", x)); b.c = lambda: "own c"
        A.n = property(lambda self: "prop") if False else 5
A.n = property(lambda self: "prop")
print(look(b), type(look(A)))
class D:
    def __get__(self, o, t): return "got"
class P: pass
class H:
    x = P()
h = H()
def lx(o): return type(o.x).__name__
print(lx(h), lx(h), lx(H), lx(H))
P.__get__ = lambda self, o, t: "bound"
print(lx(h), lx(H))
M.n = property(lambda cls: "metaprop")
print(look(A), look(B))
