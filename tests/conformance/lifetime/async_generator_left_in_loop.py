# tests/conformance/lifetime/async_generator_left_in_loop.py: an async generator left by `break`
# ends by the loop, one turn later.
import asyncio


async def g():
    try:
        yield 1
        yield 2
    finally:
        print("finally of g")


async def main():
    async for x in g():
        print(x)
        break
    print("after the loop")
    await asyncio.sleep(0)
    print("one turn later")
    await asyncio.sleep(0)
    print("two turns later")


asyncio.run(main())
