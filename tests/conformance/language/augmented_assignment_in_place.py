# tests/conformance/language/augmented_assignment_in_place.py: augmented assignment changes a list
# in place and rebinds an int or a tuple.
a = b = [1]
a += (2, 3)
print(a, b, a is b)
a = a + [4]
print(a, b, a is b)
t = u = (1,)
t += (2,)
print(t, u)
n = 7
n += 1; n *= 3; n //= 5; n **= 2; n %= 7; n <<= 4; n |= 3; n ^= 1; n &= 30; n >>= 1; n -= 10
print(n)
n /= 4
print(n)
