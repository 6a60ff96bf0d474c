# tests/conformance/types/int_big_arithmetic.py: integers of any size: add, multiply, divide,
# remainder, power.
a = 2 ** 200 + 12345
b = 3 ** 90 - 1
print(a + b, a - b, b - a)
print(a * b)
print(a // b, a % b, divmod(-a, b), divmod(a, -b), divmod(-a, -b))
print(7 ** 77, pow(7, 777, 10 ** 9 + 7), pow(3, -1, 7), (-2) ** 101)
print(a // 7, a % 7, -a // 7, -a % 7)
f = 1
for i in range(1, 60):
    f *= i
print(f)
