# tests/conformance/collections/deque.py: both ends, rotation, a limit, comparison and errors.
from collections import deque

d = deque([1,2,3])
d.appendleft(0); d.append(4); print(d, d[0], d[-1], d[2], len(d), 3 in d, 9 in d)
print(d.pop(), d.popleft(), d)
for i in range(20): d.appendleft(i)
print(d, d[5]); d.rotate(3); print(d); d.rotate(-5); print(d)
while d: d.pop()
print(d)
for f in ("d.pop()","d.popleft()","d[0]","d['a']","d.remove(3)","d.index(5)","deque(maxlen=-1)","deque(maxlen='a')","deque(3)","d+[1]","d.insert('a',1)","del_()", "hash(d)", "d<3", "d.rotate('a')", "d.foo", "d[0:1]"):
    try: print(eval(f))
    except Exception as e: print(f, type(e).__name__, e)
m = deque(maxlen=3)
for i in range(5): m.append(i)
print(m); m.appendleft(9); print(m, m.maxlen)
try: m.insert(0, 1)
except IndexError as e: print(e)
e = deque("abc"); e.extendleft("xy"); e.extend("zz"); print(e, e.count("z"), e.index("b"), list(reversed(e)), sorted(e))
e.reverse(); print(e); e.remove("b"); print(e); e.insert(1, "Q"); e[0] = "W"; del e[2]; print(e)
print(deque([1,2]) == deque([1,2]), deque([1]) < deque([2]), deque([1]) != [1], deque([1]) + deque([2]), deque([1,2])*2, 2*deque([1]))
f = deque([1]); f += [2,3]; f *= 2; print(f, f.copy(), f.copy() is f)
try:
    for x in f: f.append(x)
except RuntimeError as e: print(e)
try:
    for x in f: f.popleft()
except RuntimeError as e: print(e)
for x in f: f[0] = 5
print(f, bool(deque()), [*f], deque([deque([1])]))
r = deque(); r.append(r); print(r)
print(type(d), deque.__name__, isinstance(d, deque), deque(range(5), maxlen=2), deque(x for x in range(3)))
class S(deque):
    def __init__(self): super().__init__(maxlen=2); self.t = 0
    def append(self, x): self.t += 1; super().append(x)
s = S(); s.append(1); s.append(2); s.append(3); print(s, s.t)
import collections.abc
print(isinstance(d, collections.abc.MutableSequence), isinstance(d, collections.abc.Sequence))
match deque([1,2]):
    case [a, b]: print("seq", a, b)
    case _: print("no")


class Changing:
    def __init__(self, change):
        self.change = change

    def __eq__(self, other):
        self.change()
        return False


waiting = deque("abcab")
for gone in "baz":
    try:
        waiting.remove(gone)
    except ValueError as error:
        print(error)
    print(waiting)
waiting.append(Changing(waiting.pop))
waiting.append("z")
try:
    waiting.remove("z")
except IndexError as error:
    print(error, len(waiting))
