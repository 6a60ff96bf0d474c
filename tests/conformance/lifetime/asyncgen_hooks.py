# tests/conformance/lifetime/asyncgen_hooks.py: sys.set_asyncgen_hooks is told of the first step
# and of the death of an async generator.
import sys


async def g():
    yield 1
    yield 2


def step(awaitable):
    try:
        awaitable.send(None)
    except StopIteration as stop:
        return stop.value


print(sys.get_asyncgen_hooks())
sys.set_asyncgen_hooks(firstiter=lambda a: print("first", a.__name__),
                       finalizer=lambda a: print("finalizer", a.__name__))
a = g()
print("made")
print(step(a.__anext__()))
print(step(a.__anext__()))
del a
print("gone")
sys.set_asyncgen_hooks(None, None)
a = g()
print(step(a.asend(None)))
del a
try:
    sys.set_asyncgen_hooks(firstiter=1)
except TypeError as error:
    print(error)
