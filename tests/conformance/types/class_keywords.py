# Classes called with keywords, type of an object, and with blocks of native and Python locks.
class A:
    def __init__(self, a, b=2, *, c=3, d): self.t = (a, b, c, d)
    def __del__(self): print('del', self.t)
class B:
    def __init__(self, x, *, loop=None): self.x, self.loop = x, loop
class P:
    def __init__(self, x, /, y): self.x, self.y = x, y
class V:
    def __init__(self, *a, **k): self.a, self.k = a, k
class N:
    def __new__(cls, **k): return object.__new__(cls)
for i in range(3):
    print(A(i, d=5).t, A(a=i, d=1, b=8).t, A(1, 2, c=4, d=i).t)
    print(B(i).loop, B(i, loop=A(1, d=i)).x, B(x=4).x)
    print(P(i, y=3).y, V(i, k=3).k, type(N(z=1)).__name__)
    for f in (lambda: A(1, 2, 3, d=4), lambda: A(1), lambda: A(1, d=2, e=3), lambda: A(self=1, d=2), lambda: P(x=1, y=2), lambda: B(1, 2), lambda: B(1, x=2), lambda: A(1, a=2, d=3)):
        try: f(); print('no')
        except TypeError as e: print(e)
    print(type(i), type(A), type(type), type(None), type(B(1)) is B)
class R:
    def __init__(self, a, b=1): return a
for v in (None, 3):
    try: print(type(R(a=v)))
    except TypeError as e: print(e)
class Default:
    def __init__(self, x, keep=A(9, d=9)): self.k = keep
print(Default(x=1).k.t, Default(1, keep=None).k)
Default.__init__.__defaults__ = None
import threading
lock, r = threading.Lock(), threading.RLock()
n = 0
for i in range(4):
    with lock, r:
        n += 1
    try:
        with lock:
            raise ValueError(i)
    except ValueError as e: n += 10
class CM:
    def __enter__(self): return self
    def __exit__(self, *e): print('exit', e[0]); return e[0] is KeyError
    def __del__(self): print('cm gone')
for k in (KeyError, None):
    with CM():
        if k: raise k(1)
print(n, lock.locked())
