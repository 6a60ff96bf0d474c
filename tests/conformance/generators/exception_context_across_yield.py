# tests/conformance/generators/exception_context_across_yield.py: a generator's own handled
# exception does not leak to its caller.
def g():
    try:
        raise ValueError("inside")
    except ValueError:
        yield 1
        yield 2


it = g()
next(it)
try:
    raise KeyError("outside")
except KeyError as e:
    print(repr(e.__context__))
try:
    try:
        1 / 0
    except ZeroDivisionError:
        it.throw(TypeError("thrown"))
except TypeError as e:
    print(repr(e), repr(e.__context__))
