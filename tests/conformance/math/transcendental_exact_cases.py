# tests/conformance/math/transcendental_exact_cases.py: sin, cos, exp, log and others where the
# result is sure.
import math

print(math.sin(0), math.cos(0), math.tan(0), math.exp(0), math.log(1), math.log2(8), math.log10(1000), math.log2(2 ** 100), math.log(8, 2), math.atan2(0, 1), math.atan2(0, -1))
print(math.pow(2, 10), math.pow(4, 0.5), math.exp(1) == math.e, math.degrees(math.pi), math.radians(180), math.asin(1), math.acos(1), math.sinh(0), math.tanh(0), math.expm1(0), math.log1p(0))
print(math.log10(10 ** 100), math.pow(0, 0), math.pow(math.inf, 0), math.atan(math.inf), math.exp(-math.inf))
for f in (lambda: math.log(0), lambda: math.log(-1), lambda: math.exp(1000), lambda: math.acos(2), lambda: math.acosh(0.5), lambda: math.acosh(-78941.5), lambda: math.pow(0, -1), lambda: math.pow(-8, 1 / 3), lambda: math.sin(math.inf), lambda: math.log("x"), lambda: math.pow(10, 400)):
    try:
        print(f())
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
