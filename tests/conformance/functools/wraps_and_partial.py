# tests/conformance/functools/wraps_and_partial.py: wrappers that look like what they wrap;
# arguments given beforehand.
from functools import *
import operator

def deco(f):
    @wraps(f)
    def w(*a, **k):
        "w doc"
        return f(*a, **k)
    return w
@deco
def hello(n: int) -> str:
    "hello doc"
    return "hi" * n
print(hello(2), hello.__name__, hello.__doc__, hello.__wrapped__.__name__, hello.__annotations__, hello.__module__, hello.__qualname__)
p = partial(print, 1, 2, sep="-")
p(3); p(4, sep="+"); p(5, end="!\n")
print(p.func, p.args, p.keywords)
print(partial(int, base=2)("101"), repr(partial(int, base=2)))
print(partial(partial(pow, 2), 3)(), partial(partial(pow, 2), 3).args)
p.x = 3; print(p.x, p.__dict__)
try: partial()
except TypeError as e: print(e)
try: partial(3)
except TypeError as e: print(e)
