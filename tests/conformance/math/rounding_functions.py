# tests/conformance/math/rounding_functions.py: floor, ceil, trunc, modf, fmod, remainder.
import math

for x in (2.7, -2.7, 2.0, -0.3, 1e20, 7):
    print(x, math.floor(x), math.ceil(x), math.trunc(x), math.modf(x), math.fmod(x, 3), math.remainder(x, 3), type(math.floor(x)).__name__)
for f in (lambda: math.floor(math.inf), lambda: math.ceil(math.nan), lambda: math.fmod(1, 0), lambda: math.floor("x")):
    try:
        print(f())
    except (OverflowError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
