# tests/conformance/asyncio/gather_order_of_results.py: gather gives results in the order of its
# arguments.
import asyncio


async def work(n):
    await asyncio.sleep(0.05 - n * 0.02)
    print("done", n)
    return n * n


async def main():
    print(await asyncio.gather(*(work(n) for n in range(3))))
    print(await asyncio.gather())
    c = work(2)
    print(await asyncio.gather(c, c))


asyncio.run(main())
