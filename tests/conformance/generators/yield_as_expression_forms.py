# tests/conformance/generators/yield_as_expression_forms.py: yield in arguments, in
# comprehensions' iterables, with tuples and unpacking.
def g():
    x = yield 1, 2
    print("x", x)
    print("sum", (yield "a") + (yield "b"))
    y = yield
    return y


it = g()
print(next(it))
print(it.send("sent"))
print(it.send(1))
print(it.send(2))
try:
    it.send("last")
except StopIteration as e:
    print(e.value)


def echo():
    return [(yield), (yield)]


e = echo()
next(e)
e.send("p")
try:
    e.send("q")
except StopIteration as s:
    print(s.value)
