# tests/conformance/functions/function_attributes.py: functions carry attributes and names.
def f(a, b=1, *, c=2):
    "doc"
    return f.calls


f.calls = 3
print(f(1), f.__name__, f.__qualname__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__dict__)
f.__name__ = "renamed"
print(f.__name__)


class C:
    def m(self):
        def inner(): pass
        return inner


print(C.m.__qualname__, C().m().__qualname__, C.m)
try:
    f.nothing
except AttributeError as e:
    print(e)
print(f.__code__.co_name, f.__code__.co_argcount, f.__code__.co_varnames[:3])
