# tests/conformance/math/constants_and_classification.py: constants, isnan, isinf, isfinite,
# copysign.
import math

print(math.pi, math.e, math.tau, math.inf, -math.inf, math.nan)
for x in (1.0, 0.0, -0.0, math.inf, -math.inf, math.nan, 5):
    print(x, math.isnan(x), math.isinf(x), math.isfinite(x), math.copysign(3, x), math.fabs(x))
