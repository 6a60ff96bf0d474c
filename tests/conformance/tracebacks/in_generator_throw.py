# tests/conformance/tracebacks/in_generator_throw.py: an exception thrown into a generator from
# outside.
def g():
    yield 1


it = g()
next(it)
it.throw(KeyError("thrown in"))
