# tests/conformance/types/int_bit_operations.py: shifts and bit operations on positive, negative
# and big integers.
a = 2 ** 70 + 5
for x, y in ((12, 10), (-12, 10), (12, -10), (-12, -10), (a, 255), (-a, 255), (a, -a)):
    print(x & y, x | y, x ^ y, ~x)
print(1 << 100, a >> 3, -a >> 3, -1 >> 50, 5 >> 100, -5 << 66)
print(a.bit_length(), (-8).bit_length(), (0).bit_length(), bin(10).count("1"), (255).bit_count())
try:
    1 << -1
except ValueError as e:
    print(e)
