# tests/conformance/lifetime/swap_and_multiple_assignment.py: objects on both sides of assignments
# die in order.
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)


a, b = C(1), C(2)
a, b = b, a
print("swapped", a.n, b.n)
a, b = C(3), None
print("assigned")
a = b = None
print("end")
