# tests/conformance/functions/callable_and_bound_methods.py: callables, bound methods and their
# identity.
class C:
    def m(self, x=1):
        return self.n + x

    def __call__(self, x):
        return x * 2


c = C()
c.n = 10
bound = c.m
print(bound(5), C.m(c, 6), c(4), callable(c), callable(C), callable(5), callable(len), callable(bound))
print(bound.__self__ is c, bound.__func__ is C.m, c.m == bound, c.m is bound)
print(list(map(c.m, [1, 2])), [].append.__name__, "x".upper.__self__)
f = "abc".index
print(f("c"))
