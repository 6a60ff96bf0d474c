# tests/conformance/asyncio/async_generators.py: yield, asend, athrow and aclose of asynchronous
# generators.
import asyncio


async def g():
    try:
        x = yield 1
        print("got", x)
        try:
            yield 2
        except ValueError as e:
            print("caught", e)
            yield 3
        yield 4
    finally:
        await asyncio.sleep(0)
        print("cleanup")


async def main():
    a = g()
    print(await a.__anext__(), await a.asend("hello"), await a.athrow(ValueError("v")))
    await a.aclose()
    await a.aclose()
    try:
        await a.__anext__()
    except StopAsyncIteration as e:
        print(repr(e))
    print([x async for x in g()])


asyncio.run(main())
