# tests/conformance/functions/keyword_arguments_order.py: keyword arguments keep the order of the
# call.
def f(**k):
    return list(k)


print(f(z=1, a=2, m=3), f(**{"b": 1, "a": 2}, c=3, **{"x": 4}))
try:
    f(**{"a": 1}, **{"a": 2})
except TypeError as e:
    print(e)


def g(a, **k):
    return a, k


print(g(k=1, a=2), dict(b=1, a=2), g(0, self=1))
