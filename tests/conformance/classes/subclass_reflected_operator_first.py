# tests/conformance/classes/subclass_reflected_operator_first.py: a right operand of a subclass is
# asked first.
class A:
    def __add__(self, o): return "A.add"
    def __radd__(self, o): return "A.radd"
    def __eq__(self, o): print("A.eq"); return NotImplemented
    def __lt__(self, o): return "A.lt"
    def __gt__(self, o): return "A.gt"


class B(A):
    def __radd__(self, o): return "B.radd"
    def __eq__(self, o): print("B.eq"); return NotImplemented
    def __gt__(self, o): return "B.gt"


class C(A):
    pass


print(A() + B(), B() + A(), A() + C(), A() + A())
print(A() == B(), A() < B(), B() < A())
