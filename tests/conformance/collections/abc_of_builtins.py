# tests/conformance/collections/abc_of_builtins.py: which abstract classes the built-in types
# belong to.
import collections.abc as A
from collections import deque
from functools import partial


class Duck:
    def __len__(self): return 3
    def __iter__(self): return iter([1])
    def __contains__(self, x): return True


classes = list(map(partial(getattr, A), A.__all__))
for x in ("a", [], {1}, len, {}.items(), slice(1), deque(), zip(), Duck()):
    print(type(x).__name__, [cls.__name__ for cls in filter(partial(isinstance, x), classes)])
