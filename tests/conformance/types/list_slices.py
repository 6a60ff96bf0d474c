# tests/conformance/types/list_slices.py: reading, assigning and deleting slices, also extended
# ones.
x = list(range(10))
print(x[2:5], x[:3], x[7:], x[-3:], x[::2], x[::-1], x[8:2:-2], x[100:], x[-100:2], x[5:2], x[:])
x[2:5] = "abcde"
print(x)
x[:0] = [-1]; x[len(x):] = [99]; x[3:6] = []
print(x)
x[::3] = [0] * len(x[::3])
print(x)
try:
    x[::2] = [1]
except ValueError as e:
    print(e)
del x[1::2]
print(x)
try:
    x[1:2] = 5
except TypeError as e:
    print(e)
x[:] = range(3)
print(x, x[slice(1, None)], slice(1, 5, 2), slice(None, -1).indices(5))
