# tests/conformance/inspect/binding.py: Signature.bind says where each argument goes, or what is wrong.
import inspect


def function(a, b, /, c=3, *args, d, **rest):
    pass


def two(x, y):
    pass


signature = inspect.signature(function)
bound = signature.bind(1, 2, 3, 4, d=5, z=6)
print(bound, bound.args, bound.kwargs)
bound = signature.bind(1, 2, d=3)
bound.apply_defaults()
print(bound.arguments, bound.signature is signature)
print(inspect.signature(two).bind_partial(1), signature.bind(1, 2, d=3, a=4))
for called, args, names in ((signature, (), {}), (signature, (1, 2), {}),
                            (signature, (1, 2, 3), {"c": 4, "d": 5})):
    try:
        print(called.bind(*args, **names))
    except TypeError as error:
        print(error)
for args, names in (((1, 2, 3), {}), ((1,), {}), ((1,), {"x": 2}), ((1, 2), {"z": 3})):
    try:
        inspect.signature(two).bind(*args, **names)
    except TypeError as error:
        print(error)
    try:
        print(inspect.getcallargs(two, *args, **names))
    except TypeError as error:
        print(error)
