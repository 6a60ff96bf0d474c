# tests/conformance/language/del_names_items_slices.py: `del` removes names, items, slices and
# attributes.
x = [0, 1, 2, 3, 4, 5]
del x[0], x[-1]
print(x)
del x[1:3]
print(x)
x = list(range(10))
del x[::3]
print(x)
d = {"a": 1, "b": 2}
del d["a"]
print(d)


class C:
    pass


c = C()
c.y = 1
del c.y
print(hasattr(c, "y"))
a, b = 1, 2
del (a, b)
try:
    a
except NameError as e:
    print(e)
