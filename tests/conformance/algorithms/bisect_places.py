# tests/conformance/algorithms/bisect_places.py: where to insert into a sorted list.
from bisect import *
a = [1,3,5]; insort(a, 4); print(a, bisect(a, 3), bisect_left(a, 3), bisect_right(a,3), bisect_left(a, 9), bisect([1,2,3], 2, lo=1, hi=2), bisect_left(["a","bbb"], 2, key=len))
try: bisect([1], 1, lo=-1)
except ValueError as e: print(e)
try: bisect([1], "a")
except TypeError as e: print(e)
