# tests/conformance/collections/counter.py: counting, most common first, arithmetic.
from collections import Counter

c = Counter(a=3, b=1, c=0)
print(c.most_common(), c.most_common(1), list(c.elements()), c == Counter(a=3,b=1), c >= Counter(a=1), c < Counter(a=9,b=9), Counter() , Counter([1,1,2]) , c["x"], "x" in c, sum(c.values()))
c += Counter(b=5); c -= Counter(a=1); print(c); c &= Counter(a=1,b=1); print(c); c |= Counter(q=2); print(c)
try: Counter.fromkeys("ab")
except NotImplementedError as e: print(e)
try: c + 3
except TypeError as e: print(e)
print(Counter("hello world").most_common(3), Counter({"a": 2.5, "b": 1}), Counter(x.lower() for x in "aAb"), dict(Counter("ab")), Counter(None), Counter(["x"], y=2) if 0 else "")

c = Counter("abracadabra")
print(c, c.most_common(2), c["zz"], sorted(c.elements()), c.total())
print(c + Counter(a=1), c - Counter(a=3, b=9), c & Counter(a=2), c | Counter(z=2))
c.update("aaa")
c.subtract({"b": 5})
print(c, +c, -c)
del c["nope"]
for word in ["x", "y", "x", 1, 1.0, True]:
    c[word] += 1
print(c)
