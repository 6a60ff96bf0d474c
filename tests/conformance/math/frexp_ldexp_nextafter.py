# tests/conformance/math/frexp_ldexp_nextafter.py: the parts of a float.
import math

for x in (1.0, 0.1, -8.5, 0.0, 5e-324, 1e308):
    m, e = math.frexp(x)
    print(x, m, e, math.ldexp(m, e) == x, math.ulp(x), math.nextafter(x, math.inf))
try:
    math.ldexp(1.0, 5000)
except OverflowError as e:
    print(e)
