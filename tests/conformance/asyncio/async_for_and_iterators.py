# tests/conformance/asyncio/async_for_and_iterators.py: `async for` over a class, with break and
# else.
import asyncio


class Ticker:
    def __init__(self, n): self.n, self.i = n, 0
    def __aiter__(self): return self
    async def __anext__(self):
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        await asyncio.sleep(0)
        return self.i


async def main():
    async for x in Ticker(3):
        print(x)
    else:
        print("else")
    async for x in Ticker(5):
        if x == 2:
            break
    print([x async for x in Ticker(4) if x % 2], {x: x * x async for x in Ticker(2)}, x)
    try:
        async for x in [1]:
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
