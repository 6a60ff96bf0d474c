# tests/conformance/lifetime/del_method_at_rebind.py: rebinding makes the new object before the
# old one dies.
class C:
    def __init__(self, n):
        self.n = n
        print("init", n)

    def __del__(self): print("del", self.n)


x = C(1)
x = C(2)
print("rebound")
x = None
print("end")
