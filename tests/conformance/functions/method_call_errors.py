# tests/conformance/functions/method_call_errors.py: the same for methods and classes, where
# `self` counts.
class C:
    def __init__(self, a):
        pass

    def m(self, x):
        pass

    def no_self():
        pass


class Bare:
    pass


for call in (lambda: C(), lambda: C(1, 2), lambda: C(1).m(), lambda: C(1).m(1, 2), lambda: C(1).no_self(),
             lambda: Bare(1), lambda: Bare(x=1), lambda: C(1)(), lambda: C.__name__(1), lambda: (lambda: None)()()):
    try:
        call()
    except TypeError as e:
        print(e)
