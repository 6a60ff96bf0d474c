# tests/conformance/generators/stop_iteration_becomes_runtime_error.py: a StopIteration that
# escapes from a generator's body becomes RuntimeError.
def g():
    yield 1
    next(iter([]))
    yield 2


it = g()
print(next(it))
try:
    next(it)
except RuntimeError as e:
    print(e, repr(e.__cause__))


def h():
    yield next(iter([]), "default")


print(list(h()))
