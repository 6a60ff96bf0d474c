# tests/conformance/itertools/over_generators.py: iterators of iterators written in Python, in
# other functions.
from itertools import *
import operator

print(type(chain()), type(chain()).__name__, isinstance(chain(), chain), str(chain([]))[:27], str(product([]))[:29])
def gen():
    yield 1
    yield 2
print(list(chain(gen(), gen())), list(islice(gen(), 1)), list(cycle(gen()).__class__ is cycle for _ in [1]), sum(chain(gen(), [5])), max(accumulate(gen())), sorted(chain([3],[1])))
for i, x in enumerate(chain.from_iterable(gen() for _ in range(2))): print(i, x, end=";")
print(*zip(count(), "abc"), dict(zip("ab", count(1))), set(chain("ab","bc")) == set("abc"), "".join(chain("ab", "cd")), *map(operator.add, count(), [1,2,3]))
x = count(2**60); print(next(x), next(x)); x = count(2**47-2); print(next(x), next(x), next(x), next(x))
from collections import deque
d = deque(accumulate(range(5)), maxlen=2); print(d)
print(next(repeat(1)), operator.length_hint(repeat(1,4)))
import sys
try: next(iter(chain(1 for _ in [1])))
except TypeError as e: print(e)
def bad():
    yield 1
    raise ValueError("x")
it = chain(bad(), [5])
print(next(it))
try: next(it)
except ValueError as e: print("ve", e)
print(list(it))
