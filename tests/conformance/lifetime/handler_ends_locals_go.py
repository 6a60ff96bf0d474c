# tests/conformance/lifetime/handler_ends_locals_go.py: the locals of frames that an exception left
# go when the last handler that knows it ends; what was on their value stacks goes at once.
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)


def f():
    kept = C("local")
    for x in [C("item")]:
        raise ValueError(C("argument"))


def g():
    outer = C("outer local")
    try:
        f()
    finally:
        print("finally")


try:
    g()
except ValueError as e:
    print("handler")
print("after")
