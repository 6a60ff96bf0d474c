# tests/conformance/classes/arithmetic_dunders_and_reflected.py: binary operators try the left,
# then the reflected right operand.
class V:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"V({self.n})"
    def __add__(self, o): return V(self.n + o.n) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return V(o + self.n) if isinstance(o, int) else NotImplemented
    def __sub__(self, o): return "sub"
    def __rsub__(self, o): return "rsub"
    def __mul__(self, o): return V(self.n * o)
    __rmul__ = __mul__
    def __neg__(self): return V(-self.n)
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __abs__(self): return abs(self.n)
    def __truediv__(self, o): return "truediv"
    def __floordiv__(self, o): return "floordiv"
    def __mod__(self, o): return "mod"
    def __divmod__(self, o): return "divmod"
    def __pow__(self, o, m=None): return "pow", o, m
    def __lshift__(self, o): return "lshift"
    def __and__(self, o): return "and"
    def __or__(self, o): return "or"
    def __xor__(self, o): return "xor"
    def __matmul__(self, o): return "matmul"
    def __round__(self, n=None): return "round", n


v = V(3)
print(v + V(4), 1 + v, v - 1, 1 - v, v * 2, 2 * v, -v, +v, ~v, abs(v))
print(v / 1, v // 1, v % 1, divmod(v, 1), v ** 2, pow(v, 2, 3), v << 1, v & 1, v | 1, v ^ 1, v @ 1, round(v), round(v, 2))
for f in (lambda: v + 1, lambda: "s" + v, lambda: 1 / v, lambda: v >> 1):
    try:
        f()
    except TypeError as e:
        print(e)
