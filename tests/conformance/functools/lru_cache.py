# tests/conformance/functools/lru_cache.py: hits, misses, the limit, keys, methods.
from functools import *
import operator

@lru_cache
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(80), fib.cache_info(), fib.cache_parameters())
@lru_cache(maxsize=2)
def sq(x, *, k=1):
    print("compute", x, k)
    return x*x*k
print(sq(1), sq(2), sq(1), sq(3), sq(2), sq(1, k=2), sq(1, k=2), sq.cache_info())
sq.cache_clear(); print(sq.cache_info(), sq.__wrapped__(5))
@lru_cache(maxsize=None, typed=True)
def t(x): return type(x)
print(t(1), t(1.0), t(True), t.cache_info())
@lru_cache(maxsize=0)
def z(x): return x
print(z(1), z(1), z.cache_info())
try: fib([])
except TypeError as e: print(e)
@cache
def cc(a, b): return a + b
print(cc(1,2), cc(1, 2), cc("a","b"), cc.cache_info())
class K:
    def __init__(s, v): s.v = v
    def __hash__(s): return hash(s.v)
    def __eq__(s, o): return s.v == o.v
    @lru_cache(maxsize=32)
    def m(self, x): print("m", x); return self.v + x
k = K(3); print(k.m(1), k.m(1), K(3).m(1), K.m.cache_info())
