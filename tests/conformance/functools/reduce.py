# tests/conformance/functools/reduce.py: folding an iterable, with and without a start.
from functools import *
import operator

print(reduce(operator.add, [1,2,3]), reduce(lambda a,b: a*b, range(1,6), 10), reduce(operator.mul, [], 7))
for f in ("reduce(operator.add, [])", "reduce(operator.add, 3)", "operator.add(1,'a')", "operator.itemgetter(3)([1])", "operator.add(1)", "operator.lt(1,'a')"):
    try: print(eval(f))
    except Exception as e: print(f, type(e).__name__, e)
