# tests/conformance/collections/abc_checks.py: what the abstract classes ask for, and generic
# aliases of them.
import collections.abc as A

for c in (A.Sequence, A.MutableMapping, A.Set, A.Iterator, A.Callable, A.Coroutine):
    try: c()
    except TypeError as e: print(e)
class Half(A.Sequence):
    def __len__(self): return 1
try: Half()
except TypeError as e: print(e)
class It(A.Iterator):
    def __init__(s): s.n = 0
    def __next__(s):
        s.n += 1
        if s.n > 3: raise StopIteration
        return s.n
print(list(It()), isinstance(It(), A.Iterable))
class Duck:
    def __len__(self): return 3
    def __iter__(self): return iter([1])
    def __contains__(self, x): return True
print(isinstance(Duck(), A.Sized), isinstance(Duck(), A.Collection), issubclass(Duck, A.Container), isinstance(Duck(), A.Reversible))
class NoIter: __iter__ = None
print(isinstance(NoIter(), A.Iterable))
print(A.Callable[[int, str], bool], A.Mapping[str, int], A.Iterable[int], A.Callable[..., int], A.Callable[[int], str].__args__)
try: A.Callable[int]
except TypeError as e: print(e)
print(A.Sequence, A.Sequence.__module__, A.Sequence.__abstractmethods__ == {"__getitem__", "__len__"})
async def co(): pass
c = co(); print(isinstance(c, A.Awaitable), isinstance(c, A.Coroutine)); c.close()
async def ag(): yield
print(isinstance(ag(), A.AsyncGenerator), isinstance(ag(), A.AsyncIterator), issubclass(A.Generator, A.Iterator))
