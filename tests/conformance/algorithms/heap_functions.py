# tests/conformance/algorithms/heap_functions.py: heapq on lists of numbers and of objects,
# merging, errors.
import heapq
h=[]
for x in [5,3,8,1]: heapq.heappush(h,x)
print(h,[heapq.heappop(h) for _ in range(4)])
class T:
    def __init__(s,p): s.p=p
    def __lt__(s,o): return s.p<o.p
h=[]
for x in [5,3,8,1,9,2]: heapq.heappush(h,T(x))
print([heapq.heappop(h).p for _ in range(6)])
h=[5,4,3,2,1]; heapq.heapify(h); print(h, heapq.heapreplace(h,9), heapq.heappushpop(h,0), h, heapq.nlargest(2,h), heapq.nsmallest(2,h,key=lambda x:-x))
print(list(heapq.merge([1,4],[2,3])), list(heapq.merge([4,1],[3,2],reverse=True)), list(heapq.merge(["aa","b"],["ccc"],key=len)))
def g(n):
    for i in range(n,99,2): yield i
from itertools import islice
print(list(islice(heapq.merge(g(0),g(1)),5)))
for f in ("heappop([])","heappush((1,),2)","heapify(3)","heapreplace([],1)","heappop((1,))","heappush([1],'a')", "heappushpop((),1)"):
    try: print(eval("heapq."+f))
    except Exception as e: print(f,type(e).__name__,e)
