# tests/conformance/language/comprehension_scope.py: a comprehension has its own scope; only its
# first iterable is evaluated outside.
x = "outer"
print([x for x in range(3)], x)
print({x: y for x, y in zip("ab", "cd")}, x)
fs = [lambda: i for i in range(3)]
print([f() for f in fs])


class K:
    n = 3
    items = [i for i in range(n)]
    try:
        bad = [n for i in range(2)]
    except NameError as e:
        print("class scope:", e)


print(K.items)
print([(i, j) for i in range(3) for j in range(i)])
print([[j for j in range(i)] for i in range(4)])
