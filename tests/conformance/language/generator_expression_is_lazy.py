# tests/conformance/language/generator_expression_is_lazy.py: a generator expression evaluates its
# first iterable at once and the rest on demand.
def source():
    print("source called")
    return [1, 2, 3]


def touch(x):
    print("touch", x)
    return x * 10


g = (touch(x) for x in source())
print("made")
print(next(g))
print(next(g))
try:
    bad = (x for x in 5)
except TypeError as e:
    print(e)
