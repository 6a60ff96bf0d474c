# tests/conformance/types/id_and_identity.py: equal ids mean the same object while it lives.
a = []
b = a
c = []
print(id(a) == id(b), id(a) == id(c), a is b, a is not c, id(None) == id(None), isinstance(id(a), int))
x = "word"
y = x
print(x is y, x is not a, id(len) == id(len), type(a) is list)
d = {id(a): "a"}
print(d[id(b)])
