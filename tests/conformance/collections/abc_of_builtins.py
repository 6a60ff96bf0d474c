# tests/conformance/collections/abc_of_builtins.py: which abstract classes the built-in types
# belong to.
import collections.abc as A
from collections import Counter, OrderedDict, deque


class Duck:
    def __len__(self): return 3
    def __iter__(self): return iter([1])
    def __contains__(self, x): return True


for x in (1, "a", [], {}, (), set(), frozenset(), b"", bytearray(), range(1), None, len, int, 1.5, iter([]), {}.keys(), {}.values(), {}.items(), object(), memoryview(b""), lambda: 0, slice(1), deque(), OrderedDict(), Counter(), zip(), map(int, []), enumerate([]), reversed([]), filter(None, []), Duck(), OrderedDict().keys(), (x for x in ())):
    print(type(x).__name__, [n for n in A.__all__ if isinstance(x, getattr(A, n))])
