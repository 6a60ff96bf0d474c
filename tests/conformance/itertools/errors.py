# tests/conformance/itertools/errors.py: what wrong arguments say.
from itertools import *

for f in ("islice([1],-1)", "islice([1],1,-1)", "islice([1],0,1,0)", "islice([1])", "combinations([1],-1)", "permutations([1],'a')", "product([1],repeat=-1)", "count('a')", "chain(3)", "list(chain(3))", "tee([1],-1)", "zip_longest([1],3)",  "repeat(1,'a')", "islice([1],'a')", "islice([],1,2,3,4)","accumulate(3)","cycle(3)","starmap(pow,3)","list(starmap(pow,[3]))","next(count(1).x)", "list(takewhile(None,[1]))"):
    try: print(eval(f))
    except Exception as e: print(f, type(e).__name__, e)
