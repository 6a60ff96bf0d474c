# tests/conformance/classes/mro_conflict.py: an order of bases that cannot be linearised is an
# error.
class A: pass
class B(A): pass


try:
    class C(A, B): pass
except TypeError as e:
    print(e)
try:
    class D(A, A): pass
except TypeError as e:
    print(e)
try:
    class E(5): pass
except TypeError as e:
    print(e)
try:
    class F(bool): pass
except TypeError as e:
    print(e)
