# tests/conformance/collections/abc_mixins.py: methods that follow from the few that a class has.
import collections.abc as A

class L(A.MutableSequence):
    def __init__(s, *a): s.d = list(a)
    def __len__(s): return len(s.d)
    def __getitem__(s, i): return s.d[i]
    def __setitem__(s, i, v): s.d[i] = v
    def __delitem__(s, i): del s.d[i]
    def insert(s, i, v): s.d.insert(i, v)
l = L(3,1,2); l.append(5); l.extend([1,1]); print(list(l), l.index(1), l.count(1), l.pop(), l.pop(0), 5 in l, list(reversed(l)))
l.remove(5); l.reverse(); l += [9]; print(l.d)
try: l.index(77)
except ValueError as e: print(repr(e))
l.clear(); print(l.d)
try: l.pop()
except IndexError as e: print(e)
class M(A.MutableMapping):
    def __init__(s, **k): s.d = k
    def __len__(s): return len(s.d)
    def __iter__(s): return iter(s.d)
    def __getitem__(s, i): return s.d[i]
    def __setitem__(s, i, v): s.d[i] = v
    def __delitem__(s, i): del s.d[i]
m = M(a=1, b=2)
print(m.get("a"), m.get("z", 5), "a" in m, list(m.items()), list(m.keys()), list(m.values()), m == {"a":1,"b":2}, m.pop("a"), m.setdefault("q", 7), m.popitem(), dict(m), {**m})
m.update({"z": 1}, y=2); m.update([("k", 3)]); print(m.d, m.keys() & {"z"}, m.keys() | {"n"}, ("z", 1) in m.items(), 2 in m.values(), len(m.keys()))
try: m.pop("nope")
except KeyError as e: print(e)
class S(A.MutableSet):
    def __init__(s, it=()): s.d = list(dict.fromkeys(it))
    def __contains__(s, x): return x in s.d
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
    def add(s, x):
        if x not in s.d: s.d.append(x)
    def discard(s, x):
        if x in s.d: s.d.remove(x)
    def __repr__(s): return f"S({s.d})"
s = S([1,2,3]); t = S([2,3,4])
print(s & t, s | t, s - t, s ^ t, s <= t, s < S([1,2,3,4]), s == S([3,2,1]), s.isdisjoint([9]), {1} & s if 0 else "", s.pop())
s |= t; print(s); s &= S([2]); print(s); s ^= S([2, 8]); print(s); s -= s; print(s)
try: s.remove(1)
except KeyError as e: print(repr(e))
