# tests/conformance/classes/comparison_dunders.py: rich comparisons, their reflections and their
# errors.
class N:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n if isinstance(o, N) else NotImplemented
    def __lt__(self, o): return self.n < o.n if isinstance(o, N) else NotImplemented
    def __repr__(self): return f"N{self.n}"


a, b = N(1), N(2)
print(a == N(1), a != b, a < b, a > b, b > a, a == 1, a != 1)
print(sorted([N(3), N(1), N(2)]), max(a, b), min([b, a]))
for f in (lambda: a <= b, lambda: a < 1, lambda: object() < object(), lambda: None > 1):
    try:
        print(f())
    except TypeError as e:
        print(e)
try:
    hash(a)
except TypeError as e:
    print(e)
