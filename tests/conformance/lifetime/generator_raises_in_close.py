# tests/conformance/lifetime/generator_raises_in_close.py: an exception while a generator dies is
# reported and ignored.
def g():
    try:
        yield 1
    finally:
        raise ValueError("in finally")


it = g()
next(it)
del it
print("goes on")
