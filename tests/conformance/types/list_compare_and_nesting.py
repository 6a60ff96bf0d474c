# tests/conformance/types/list_compare_and_nesting.py: lists compare item by item; a list can hold
# itself.
print([1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 9], [1, 2] == [1, 2.0], [1, [2, 3]] == [1, [2, 3]])
x = [1]
x.append(x)
print(x, x[1][1][1] is x)
d = {}
d["self"] = d
print(d)
t = ([],)
t[0].append(t)
print(t)
print([[1, 2], (3,), {"k": [None]}, {4}, "s", 1.5, b"b", range(2)])
