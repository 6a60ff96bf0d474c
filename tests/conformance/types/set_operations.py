# tests/conformance/types/set_operations.py: union, intersection, difference and their in-place
# and method forms.
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, b - a)
print(a.union([9], (8,)), a.intersection([1, 2], {2}), a.difference("x", [1]), a.symmetric_difference([1, 7]))
print(a < b, {3} < a, a >= {1, 2}, a <= a, a < a, a.isdisjoint({9}), a.issubset(range(9)), a.issuperset([1]))
c = set(a)
c |= {10}; c &= {1, 10, 2}; c -= {1}; c ^= {2, 3}
print(c)
c.update([1], [2]); c.intersection_update({1, 2, 10}); c.difference_update([2]); c.symmetric_difference_update([7])
print(c, len(c), 7 in c)
for f in (lambda: a | [1], lambda: a.remove(99), lambda: {[]}, lambda: a < [1]):
    try:
        f()
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)
