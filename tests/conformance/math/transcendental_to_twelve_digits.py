# tests/conformance/math/transcendental_to_twelve_digits.py: sin, cos, exp, log, pow and gamma,
# printed to twelve digits.
import math

for x in (0.1, 0.5, 1.0, 2.5, 10.0, 123.456):
    values = [math.sin(x), math.cos(x), math.tan(x), math.exp(x / 10), math.log(x), math.log10(x), math.log2(x), math.atan(x), math.sinh(x / 50), math.cosh(x / 50), math.tanh(x), math.pow(x, 1.7), x ** 0.3, math.gamma(x / 10 + 1), math.lgamma(x), math.erf(x / 10)]
    print(" ".join(f"{v:.12g}" for v in values))
