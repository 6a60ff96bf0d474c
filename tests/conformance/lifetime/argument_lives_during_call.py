# tests/conformance/lifetime/argument_lives_during_call.py: an argument that only the call holds
# lives until the call ends.
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)


def f(c):
    print("start", c.n)
    c = None
    print("rebound inside")


f(C("a"))
print("after a")


def g(*args):
    print("got", len(args))
    args = ()
    print("args rebound")


g(C("b"), C("c"))
print("end")
