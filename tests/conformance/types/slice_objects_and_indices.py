# tests/conformance/types/slice_objects_and_indices.py: slice objects, indices, negative steps and
# huge bounds.
s = slice(10, None, -3)
print(s, s.start, s.stop, s.step, s.indices(8), list(range(20))[s], "abcdefghij"[8:1:-3], "abc"[-1:-10:-1], [1, 2, 3][10 ** 30:], [1, 2, 3][:10 ** 30], (1, 2, 3)[::2])
for f in (lambda: [1][::0], lambda: [1]["a":], lambda: slice(1).indices(-1), lambda: [1][1.0:]):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(e)
print(slice(1, 2) == slice(1, 2), [slice(None)])
