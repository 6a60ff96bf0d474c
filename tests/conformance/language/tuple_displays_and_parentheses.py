# tests/conformance/language/tuple_displays_and_parentheses.py: commas make tuples, parentheses do
# not.
print(1,), print((1,), ())
a = 1,
print(a, type(a), (1), type((1)))
b = (1, 2), [3, 4], (5,)
print(b, len(b))
x = 1, *[2, 3], 4
print(x)


def pair():
    return 1, 2


print(pair(), [pair()][0][1])
for n in 1, 2, 3:
    print(n, end=",")
print()
