# What is remembered of classes holds only as long as their attributes do.
class A:
    n = 0
    def f(self): return 1
class B(A):
    pass
def run(o):
    return o.f()
b = B()
for i in range(5): run(b)
A.f = lambda self: 2
print(run(b))
B.f = 5
try: run(b)
except TypeError as e: print(e)
B.f = 6
try: run(b)
except TypeError as e: print(e)
B.f = lambda self: 7
print(run(b))
del B.f
print(run(b))
A.n += 1
print(b.n, B.n)
class P:
    x = 1
    def __init__(self): self.x = 10
def getx(o): return o.x
p = P()
for i in range(5): getx(p)
P.x = 2
print(getx(p), P.x)
P.x = property(lambda self: 'prop')
print(getx(p))
P.x = 3
print(getx(p))
class Q:
    __slots__ = ('a',)
    c = 1
q = Q(); q.a = 4
def geta(o): return o.a, o.c
for i in range(5): geta(q)
Q.c = 2
print(geta(q))


class Counted:
    made = 0
    last = None

    def __init__(self):
        Counted.made += 1
        Counted.last = self

    def number(self):
        return Counted.made


for _ in range(3):
    print(Counted().number(), Counted.last.number())
