# tests/conformance/math/roots_and_integer_functions.py: sqrt, isqrt, gcd, lcm, factorial, comb,
# perm.
import math

print(math.sqrt(2), math.sqrt(16), math.isqrt(10 ** 40 + 1), math.isqrt(99), math.gcd(12, 18), math.gcd(), math.gcd(0, -5), math.gcd(2 ** 100, 6 ** 50), math.lcm(4, 6, 10))
print(math.factorial(20), math.factorial(30), math.comb(50, 25), math.perm(10, 3), math.comb(3, 5), math.perm(4), math.cbrt(27) > 2.99)
for f in (lambda: math.sqrt(-1), lambda: math.factorial(-1), lambda: math.isqrt(-1), lambda: math.comb(-1, 2), lambda: math.factorial(1.5), lambda: math.gcd(1.5, 2)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
