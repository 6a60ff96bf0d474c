# tests/conformance/types/builtin_any_all_reversed_sorted.py: any, all, reversed, and how far they
# read.
def noisy(values):
    for v in values:
        print("read", v)
        yield v


print(any(noisy([0, 1, 2])), all(noisy([1, 0, 2])), any([]), all([]))
print(list(reversed([1, 2, 3])), "".join(reversed("abc")), list(reversed(range(3))), list(reversed((1, 2))), sorted(noisy([2, 1]), reverse=True))
try:
    reversed({1})
except TypeError as e:
    print(e)
