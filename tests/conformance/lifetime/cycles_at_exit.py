# tests/conformance/lifetime/cycles_at_exit.py: what is in a cycle is finalised before the
# module's names go.
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)


kept = C("global")
a = C("cycle")
a.me = a
del a
print("end")
