# tests/conformance/asyncio/coroutine_object.py: a coroutine does nothing until it is awaited, and
# is driven by send.
async def f(x):
    print("running")
    return x * 2


c = f(4)
print(type(c), c.__name__, "<coroutine object f at 0x" in repr(c))
try:
    c.send(None)
except StopIteration as e:
    print("value", e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)
d = f(1)
d.close()
try:
    d.send(None)
except RuntimeError as e:
    print(e)
