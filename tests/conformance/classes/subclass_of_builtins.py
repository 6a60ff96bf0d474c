# tests/conformance/classes/subclass_of_builtins.py: subclasses of int, str, list, dict and tuple
# keep the base's behaviour.
class Age(int):
    def __add__(self, o): return Age(int(self) + o)
    def __repr__(self): return f"Age({int(self)})"


class Stack(list):
    def push(self, x): self.append(x)


class Default(dict):
    def __missing__(self, k):
        print("missing", k)
        return k * 2


class Name(str):
    def shout(self): return self.upper() + "!"


class Pair(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))


print(Age(3) + 4, Age(3) - 1, [Age(5)], Age(2) < 3)
s = Stack([1])
s.push(2)
print(s, len(s), s == [1, 2], type(s[:]).__name__)
d = Default(a=1)
print(d["a"], d["b"], "b" in d, d.get("c"))
print(Name("bob").shout(), Name("x") + "y", type(Name("a") + "b").__name__, Pair(1, 2), Pair(1, 2)[1])
