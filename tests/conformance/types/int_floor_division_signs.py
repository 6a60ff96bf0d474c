# tests/conformance/types/int_floor_division_signs.py: `//` rounds down and `%` has the sign of
# the divisor.
for a in (7, -7):
    for b in (3, -3):
        print(a, b, a // b, a % b, divmod(a, b), a / b)
print(7.5 // 2, -7.5 // 2, 7.5 % -2, -7.5 % 2, divmod(-7.5, 2))
for f in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1, 0.0), lambda: 0 ** -1,
          lambda: 0.0 ** -1):
    try:
        f()
    except ZeroDivisionError as e:
        print(e)
