# tests/conformance/operator/operators.py: operators as functions, getters and callers.
import operator

class C:
    n = 2

c = C()
print(operator.itemgetter(1)([1,2]), operator.itemgetter(0,2)("abc"), operator.attrgetter("n")(c), operator.attrgetter("n","__class__.__name__")(c), operator.methodcaller("upper")("x"), operator.methodcaller("split", ",", maxsplit=1)("a,b,c"))
print(operator.itemgetter(1,2), operator.attrgetter("a.b","c"), operator.methodcaller("f",1,x=2), operator.add, operator.itemgetter(slice(1,3))([1,2,3,4]))
print(operator.not_(0), operator.truth([]), operator.contains([1],1), operator.index(3), operator.neg(3), operator.concat([1],[2]), operator.iadd([1],[2]), operator.countOf([1,1,2],1), operator.indexOf([1,2],2), operator.length_hint(iter([1,2])))
class Vec:
    def __init__(s,x): s.x=x
    def __add__(s,o): return Vec(s.x+o.x)
    def __getitem__(s,i): return s.x*i
    def __eq__(s,o): return True
    def __lt__(s,o): return True
print(operator.add(Vec(1),Vec(2)).x, operator.getitem(Vec(3),4), operator.eq(Vec(1),2), operator.lt(Vec(1),3), operator.ne(Vec(1),3), operator.itemgetter(2,3)(Vec(5)))

for f in ("add(1,'a')", "itemgetter(3)([1])", "lt(1,'a')", "concat(1,2)", "indexOf([1],2)",
          "attrgetter(3)", "methodcaller(3)", "index('a')", "attrgetter('a.b')(3)",
          "length_hint(1,'a')", "itemgetter(1)({})", "getitem([], 0)", "sub([], 1)"):
    try:
        print(eval("operator." + f))
    except Exception as error:
        print(f, type(error).__name__, error)
print(list(map(operator.mul, [1, 2], [3, 4])), sorted([(2, 1), (1, 2)], key=operator.itemgetter(1)))
print(operator.__add__ is operator.add, operator.pow(2, 10), operator.matmul.__name__)
