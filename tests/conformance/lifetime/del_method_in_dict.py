# tests/conformance/lifetime/del_method_in_dict.py: a value in a dict dies when it is replaced,
# popped or the dict goes.
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)


d = {k: C(k) for k in "abcd"}
d["a"] = 1
print("replaced")
d.pop("b")
print("popped")
del d["c"]
print("deleted")
d = None
print("gone")
