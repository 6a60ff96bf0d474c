# super(): methods, properties, class and static methods, attributes, in classes over built-in types
# and in metaclasses.
class A:
    def __init__(self, x): self.x = x
    def m(self, k=1): return self.x + k
    @classmethod
    def c(cls): return cls.__name__
    @staticmethod
    def s(): return 's'
    @property
    def p(self): return self.x
class B(A):
    def __init__(self, x):
        super().__init__(x)
        self.m2 = super().m
    def m(self, k=2): return super().m(k) * 10
    @classmethod
    def c(cls): return 'B' + super().c()
    def s(self): return super().s() + 'b'
    @property
    def p(self): return super().p + 1
    def t(self):
        try: super().missing(1)
        except AttributeError as e: print(e)
        return super().__class__
class I(int):
    def __add__(self, o): return I(super().__add__(o))
    def __repr__(self): return 'I' + super().__repr__()
class M(type):
    def __call__(cls, *a): 
        r = super().__call__(*a); r.tag = 1; return r
class C(metaclass=M):
    def __new__(cls, *a): return super().__new__(cls)
b = B(3)
print(b.m(), b.m2(), B.c(), b.s(), b.p, b.t(), I(3) + 4, C().tag, super(B, b).m(5), super(B, B).m(b))
class D(A):
    def __del__(self): print('del')
    def m(self): return super().m()
D(1).m()
