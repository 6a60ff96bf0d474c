# tests/conformance/functions/decorators_apply_bottom_up.py: decorators are evaluated from the top
# and applied from the bottom.
def deco(name):
    print("make", name)

    def apply(f):
        print("apply", name)

        def wrapper(*args, **kwargs):
            print("enter", name)
            result = f(*args, **kwargs)
            print("leave", name)
            return result
        return wrapper
    return apply


@deco("outer")
@deco("inner")
def f(x, y=1):
    print("f", x, y)
    return x + y


print(f(1, y=2), f.__name__)
