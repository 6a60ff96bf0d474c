# tests/conformance/functions/recursion_mutual_and_deep.py: mutual recursion and some hundred
# levels of depth.
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)


def depth(n): return 0 if n == 0 else 1 + depth(n - 1)


def ackermann(m, n):
    if m == 0: return n + 1
    if n == 0: return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


print(even(100), odd(7), depth(900), ackermann(2, 3))
