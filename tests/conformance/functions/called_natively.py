# len, isinstance and append, called at places that have forms for them, and what else comes there.
class L(list): pass
class N:
    def __len__(self): return 42
class Meta(type):
    def __instancecheck__(cls, o): return True
class Q(metaclass=Meta): pass
class D:
    def __del__(self): print("died")
def size(x): return len(x)
def inst(x, t): return isinstance(x, t)
def add(x, v): return x.append(v)
def call(f, x): return f(x)
class A: pass
class B(A): pass
for t in range(2):
    print([size(x) for x in ("ab", [1], (1, 2, 3), {1: 2}, {5}, b"xyz", range(9), L([1, 2]), N(), "é", "€uro")])
    print([inst(x, t) for x in (1, 2.0, True, None, "s", A(), B(), A, L()) for t in (int, float, bool, object, A, type, (int, A), list, Q, int | str)])
    l, m = [], L()
    for i in range(20): add(l, i); add(m, i)
    class O:
        def append(self, v): return ("own", v)
    print(l, m, add(O(), 3), add(l, l) , len(l))
    add(bytearray(), 65)
    h = []
    add(h, D()); print(size(h)); add(h, D()); print(size([D()])); del h[0]; print("-"); h.clear()
    print(isinstance(D(), D), inst(D(), D), "after")
    print([call(f, "abc") for f in (len, str.upper, len, list, len)])
    for bad in (lambda: len(), lambda: len(1), lambda: len([], 2), lambda: size(5), lambda: inst(1, 2), lambda: len(obj=[])):
        try: bad()
        except TypeError as e: print(e)
len_ = len
def len(x): return "mine"
print(size([]))
len = len_
print(size([]))
