# tests/conformance/inspect/signatures.py: inspect.signature of functions, methods and classes, and its parameters.
import inspect


def function(a, b: int = 1, /, c="x", *args, d, e: "str" = None, **rest) -> list[int]:
    pass


class Class:
    def __init__(self, p, q=2):
        pass

    def method(self, z):
        pass

    @staticmethod
    def static(a):
        pass

    @classmethod
    def of_class(cls, b):
        pass

    def __call__(self, u):
        pass


class Derived(Class):
    pass


signature = inspect.signature(function)
print(signature, repr(signature), signature.return_annotation)
for each in signature.parameters.values():
    print(repr(each), each.name, each.kind, each.kind.description, each.default, each.annotation)
one = Class(1)
for each in (Class, Derived, one, one.method, Class.method, Class.static, Class.of_class,
             lambda x, *, y=1: x):
    print(inspect.signature(each))
P = inspect.Parameter
print(inspect.Signature([P("a", P.POSITIONAL_ONLY), P("b", P.KEYWORD_ONLY, default=3)]))
print(inspect.signature(lambda x: 0) == inspect.signature(lambda x: 1))
for bad in (lambda: inspect.signature(3), lambda: P("a b", 1), lambda: P("a", 2, default=1),
            lambda: inspect.Signature([P("a", 1), P("a", 1)]),
            lambda: inspect.Signature([P("a", 3), P("b", 1)]),
            lambda: inspect.Signature([P("a", 1, default=2), P("b", 1)])):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(inspect.getfullargspec(function))
