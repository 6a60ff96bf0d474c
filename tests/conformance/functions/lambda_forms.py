# tests/conformance/functions/lambda_forms.py: lambdas with every kind of parameter.
print((lambda: 1)())
print((lambda a, b=2, *c, d, **e: (a, b, c, d, e))(1, 3, 4, d=5, f=6))
print((lambda x, /, y: x - y)(5, y=3), (lambda *, k: k)(k=1))
print((lambda x: (lambda y: x + y))(1)(2))
print(sorted(["bb", "a", "ccc"], key=lambda s: -len(s)))
f = lambda: (yield 5)
print(next(f()), f.__name__)
