# tests/conformance/types/float_arithmetic_and_errors.py: arithmetic at the borders of floats.
inf, nan = float("inf"), float("nan")
print(inf - inf, inf * 0, inf > 10 ** 400, 1e308 * 10, -1e308 * 10, nan < 1, nan == nan, 1 / inf, -1 / inf)
print(2 ** 0.5, 10 ** -2, 4 ** 0.5, 2.0 ** 3, 0 ** 0, 0.0 ** 0)
for f in (lambda: 10.0 ** 400, lambda: int(inf), lambda: int(nan), lambda: float(10 ** 400), lambda: 10 ** 400 / 3, lambda: 2 ** 5000 * 1.0,
          lambda: round(inf), lambda: float("1,5"), lambda: float(""), lambda: float("0x1")):
    try:
        print(f())
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
