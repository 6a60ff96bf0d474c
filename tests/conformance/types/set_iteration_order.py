# tests/conformance/types/set_iteration_order.py: sets iterate in CPython's table order.
print({1, 33, 65, 2}, {5, 3, 1}, {-1, -2}, {100, 8, 16, 0})
print({"a", "b", "c", "d", "e"}, {"red", "green", "blue"}, {1, "1", 1.5, None, (1, 2)} - {None})
s = set()
for i in range(0, 200, 13):
    s.add(i)
print(s)
s = {str(i) for i in range(20)}
print(s)
for x in ("3", "7", "11"):
    s.discard(x)
s |= {"x", "y"}
print(s, list(s)[:3], s.pop(), sorted(s)[0])
print(set("mississippi"), set(range(10, 0, -1)), frozenset("hello"))
