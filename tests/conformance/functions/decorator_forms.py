# tests/conformance/functions/decorator_forms.py: a decorator may be any expression, and may
# return anything.
registry = {}


def register(key):
    return lambda f: registry.setdefault(key, f)


@register("a")
def first(): return 1


@(lambda f: 42)
def not_a_function(): pass


class Twice:
    def __init__(self, f):
        self.f = f

    def __call__(self, *args):
        return self.f(*args), self.f(*args)


@Twice
def hi(name):
    return "hi " + name


print(registry["a"](), not_a_function, hi("you"))
