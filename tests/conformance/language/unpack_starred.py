# tests/conformance/language/unpack_starred.py: a starred target takes what is left over, as a list.
a, *b, c = range(5)
print(a, b, c)
*a, b = "xy"
print(a, b)
a, *b = [1]
print(a, b)
(a, *b), c, [d, *e] = (1, 2, 3), 4, "five"
print(a, b, c, d, e)
for first, *rest in [(1, 2, 3), (4,)]:
    print(first, rest)
print([*range(3), *"ab"], (*[1], *[2]), {*"a", *"a"}, {**{"x": 1}, "y": 2, **{"x": 3}})
