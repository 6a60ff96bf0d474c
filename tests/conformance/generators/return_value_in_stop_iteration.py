# tests/conformance/generators/return_value_in_stop_iteration.py: the returned value travels in
# StopIteration.
def g():
    yield 1
    return "result"


it = g()
next(it)
try:
    next(it)
except StopIteration as e:
    print(repr(e), e.value)
try:
    next(it)
except StopIteration as e:
    print(repr(e), e.value)


def none():
    return
    yield


try:
    next(none())
except StopIteration as e:
    print(e.value, e.args)
