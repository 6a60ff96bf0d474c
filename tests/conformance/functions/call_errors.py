# tests/conformance/functions/call_errors.py: what CPython says when arguments do not fit.
def f(a, b, c=3): pass
def g(a, /, b, *, c): pass
def h(): pass
def k(*, x, y): pass


calls = [
    lambda: f(), lambda: f(1), lambda: f(1, 2, 3, 4), lambda: f(1, 2, d=4), lambda: f(1, a=2, b=3),
    lambda: g(a=1, b=2, c=3), lambda: g(1), lambda: g(1, 2), lambda: g(1, 2, 3, c=4), lambda: h(1),
    lambda: h(x=1), lambda: k(), lambda: k(x=1), lambda: f(*5), lambda: f(**5), lambda: f(**{"a": 1}, a=2),
    lambda: f(**{1: 2}), lambda: f(1, 2, 3, 4, 5, c=1),
]
for i, call in enumerate(calls):
    try:
        call()
        print(i, "no error")
    except TypeError as e:
        print(i, e)
