# tests/conformance/text/pprint_values.py: values of every kind on as many lines as the width takes.
import pprint
from collections import OrderedDict, defaultdict, Counter, deque, namedtuple
from dataclasses import dataclass
import types
P = namedtuple("P","x y")
@dataclass
class DC:
    a: int
    b: str = "x"*30
    c: list = None
data = {"name": "x"*20, "list": list(range(30)), "nested": {"a": [1,2,{"b": "c"*40}], "t": (1,), "e": {}, "s": {3,1,2}}, "text": "the quick brown fox jumps over the lazy dog and more words to wrap around the line", 5: None}
for kw in ({}, {"width": 40}, {"indent": 4}, {"depth": 2}, {"compact": True}, {"sort_dicts": False}, {"width": 20, "compact": True}, {"width": 30, "indent": 2, "underscore_numbers": True}):
    print(kw)
    try: pprint.pprint({k: v for k, v in data.items() if k != 5}, **kw)
    except Exception as e: print(type(e), e)
pprint.pprint(data)
pprint.pp(data)
print(pprint.pformat([1, "a", 2.5, None]), pprint.pformat("abc"), pprint.pformat(b"x"*100, width=40))
for o in (OrderedDict(a=1, b=2), defaultdict(list, a=list(range(40))), Counter("abracadabra"*3), deque(range(40)), P(1, 2), P("x"*50, "y"*50), DC(1), DC(1, c=list(range(30))), types.SimpleNamespace(a=1, b="x"*80), frozenset(range(30)), {"a"*30, "b"*30, "c"*30}, (1,), ("a"*50, "b"*50), [[]]*3, [], {}, (), set(), frozenset(), "a\nb\n"*20, "word "*40, 10**40, [1.5]*30, types.MappingProxyType({"a"*40: 1, "b"*40: 2}), bytearray(b"abc"*40), {1: {2: {3: {4: 5}}}}, {(1,2): 3, (0,1): 2}, {1: 1, "a": 2}, OrderedDict((str(i)*10, i) for i in range(9)), range(5), OrderedDict(), [P(1,2)]*12, Counter(), deque([1], maxlen=3), deque(range(40), maxlen=50)):
    pprint.pprint(o)
a = [1]; a.append(a)
pprint.pprint(a) if 0 else None
print(pprint.isreadable([1, 2]), pprint.isrecursive(a), pprint.isreadable(a), pprint.saferepr({"b": 1, "a": [2]}))
class R:
    def __repr__(self): return "R(\n)"
pprint.pprint([R(), R()], width=5)
pprint.pprint({"x": R()}, width=10)
pp = pprint.PrettyPrinter(indent=3, width=30, stream=None)
pp.pprint({"aaa": ["bbbbbbbbbb", "cccccccccc", {"d": 1}]})
print(pp.pformat([1]), pprint.pformat([["x"*10]*3]*2, width=20))
for kw in ({"indent": -1}, {"depth": 0}, {"width": 0}):
    try: pprint.pprint(1, **kw)
    except ValueError as e: print(e)
pprint.pprint([123456789, {"k": 1234567.5}], underscore_numbers=True)
