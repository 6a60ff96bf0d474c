# tests/conformance/asyncio/async_comprehensions.py: await and async for inside comprehensions and
# generator expressions.
import asyncio


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def count(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0)


async def main():
    print([await double(x) for x in range(3)], {await double(x) async for x in count(3)}, {x: await double(x) for x in "ab"})
    g = (await double(x) async for x in count(3) if x)
    print(type(g).__name__, [y async for y in g], [(x, y) async for x in count(2) for y in "ab"])


asyncio.run(main())
