# tests/conformance/lifetime/generator_yields_in_close.py: a generator that yields while it dies
# is reported and ignored.
def g():
    try:
        yield 1
    finally:
        yield 2


it = g()
next(it)
del it
print("goes on")
