# tests/conformance/language/evaluation_order.py: operands, arguments and displays are evaluated
# from left to right.
def e(n):
    print(n, end=" ")
    return n


def f(*a, **k):
    return len(a) + len(k)


e(1) + e(2) * e(3)
f(e(4), *[e(5)], k=e(6), **{"z": e(7)})
{e(8): e(9), e(10): e(11)}
[e(12), e(13)][e(0)]
(e(14), e(15))
print()
