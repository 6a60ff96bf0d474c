# tests/conformance/collections/user_classes.py: UserDict, UserList and UserString.
from collections import UserDict, UserList, UserString


class U(UserDict):
    def __missing__(self, k): return k * 2
u = U({"a": 1}); u["b"] = 2; print(u, u["zz"], len(u), "a" in u, u | {"c": 3}, u.copy(), {**u}, U.fromkeys("xy", 0), "zz" in u, u.get("zz"))
class LL(UserList):
    def double(self): return LL([x*2 for x in self])
x = LL([3,1,2]); x.sort(); print(x, x.double(), x + [1], [0] + x, x * 2, x[0:2], type(x[0:2]).__name__, x == [1,2,3], x < [2], x.index(2), LL("ab"), x.copy() == x)
s = UserString("Hello"); print(s, s + "!", s.lower(), s[0], s == "Hello", len(s), "ell" in s, s.split("l"), s.replace("l", "L"), s % (), repr(s), s * 2, s.startswith("He"), hash(s) == hash("Hello"), s.center(9, "*"), type(s.upper()).__name__)
