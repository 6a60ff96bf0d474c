# tests/conformance/types/builtin_min_max_sum.py: min, max and sum with key, default and start.
print(min(3, 1, 2), max([1, 5, 3]), min("hello"), max("a", "B"), min([], default=0), max((), default=None), max([1, -7], key=abs), min("bb", "a", key=len))
print(sum([1, 2, 3]), sum([0.1] * 10), sum([], 5), sum([[1], [2]], []), sum(range(5), start=100), sum(x * x for x in (1, 2)), max([(1, "b"), (1, "a")]))
print(max("apple", "fig", "plum", key=len), min([3, 1, 1.0]), max([1, True]), min(2, 1, key=lambda x: -x))
for f in (lambda: min([]), lambda: max(1), lambda: sum("ab"), lambda: sum([b""], b""), lambda: max(1, 2, default=3), lambda: sum(["a"], "")):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(e)
