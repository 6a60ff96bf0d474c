# tests/conformance/lifetime/loop_variable_outlives_loop.py: the loop variable keeps its last
# object after the loop.
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)


for x in (C(i) for i in range(3)):
    print("body", x.n)
print("loop ended")
x = None
print("after")
