# tests/conformance/lifetime/del_method_and_bound_method.py: a bound method keeps its object alive.
class C:
    def __del__(self): print("del")
    def m(self): return "called"


c = C()
m = c.m
del c
print(m())
del m
print("after")
