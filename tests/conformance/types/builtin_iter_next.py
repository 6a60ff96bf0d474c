# tests/conformance/types/builtin_iter_next.py: iter with a sentinel, next with a default,
# iterator identity.
values = [3, 2, 1, 0, -1]
print(list(iter(values.pop, 2)), values)
it = iter([1])
print(next(it), next(it, "none"), iter(it) is it, type(iter([])).__name__, type(iter({})).__name__, type(iter("")).__name__, type(iter(range(1))).__name__)
try:
    next(it)
except StopIteration as e:
    print(repr(e))
a = iter("abc")
for c in a:
    print(c, next(a, "end"))
x = [1, 2]
i = iter(x)
next(i)
x.append(3)
print(list(i), list(i))
x.append(4)
print(list(i))
