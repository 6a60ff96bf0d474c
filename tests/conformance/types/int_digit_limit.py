# tests/conformance/types/int_digit_limit.py: conversions of more than 4300 digits are refused, as
# in 3.11.
n = 10 ** 4299
print(len(str(n)))
try:
    str(n * 10)
except ValueError as e:
    print(e)
try:
    int("1" * 4301)
except ValueError as e:
    print(e)
print(len(hex(n * 10)), (n * 10).bit_length())
