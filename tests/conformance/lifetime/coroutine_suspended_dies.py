# tests/conformance/lifetime/coroutine_suspended_dies.py: a suspended coroutine that is dropped
# runs its `finally`.
class Stop:
    def __await__(self):
        yield "suspended"


async def f():
    try:
        await Stop()
    finally:
        print("finally")


c = f()
print(c.send(None))
del c
print("after")
