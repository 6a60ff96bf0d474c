# tests/conformance/types/range_behaviour.py: ranges are lazy sequences with slices, membership
# and equality.
r = range(2, 20, 3)
print(r, list(r), len(r), r[1], r[-1], r[1:3], r[::-1], 8 in r, 9 in r, r.index(11), r.count(5))
print(range(0) == range(2, 2), range(0, 3, 2) == range(0, 4, 2), range(5, 0, -2), list(range(5, 0, -2)), bool(range(0)))
print(range(10 ** 20)[-1], len(range(0, 10 ** 15, 7)), 10 ** 19 in range(10 ** 20), r.start, r.stop, r.step)
print(list(reversed(range(3))), sum(range(101)), max(range(3)), [i for i in range(-3, 3)])
for f in (lambda: range(3)[3], lambda: range(3).index(5), lambda: range("a")):
    try:
        f()
    except (IndexError, ValueError, TypeError) as e:
        print(e)
