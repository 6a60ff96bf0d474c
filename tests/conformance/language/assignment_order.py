# tests/conformance/language/assignment_order.py: targets are assigned from left to right, after
# the right side; chained assignment too.
def note(x):
    print("index", x)
    return x


d = {}
d[note("a")] = d[note("b")] = print("right side")
print(d)
i = 0
i, values = 1, [0, 0, 0]
i, values[i] = 2, "set"
print(i, values)
a = b = []
a.append(1)
print(b, a is b)
x, y = 1, 2
x, y = y, x
print(x, y)
