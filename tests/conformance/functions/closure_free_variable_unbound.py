# tests/conformance/functions/closure_free_variable_unbound.py: reading an enclosing variable
# before it has a value.
def outer():
    def inner():
        return x
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    x = 1
    print(inner())
    del x
    try:
        inner()
    except NameError as e:
        print(e)


outer()
