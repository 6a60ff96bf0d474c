# tests/conformance/asyncio/gather_return_exceptions.py: with return_exceptions the exceptions are
# among the results.
import asyncio


async def ok(n):
    await asyncio.sleep(0)
    return n


async def bad(n):
    raise KeyError(n)


async def cancelled():
    raise asyncio.CancelledError("me")


async def main():
    print(await asyncio.gather(ok(1), bad(2), ok(3), cancelled(), return_exceptions=True))


asyncio.run(main())
