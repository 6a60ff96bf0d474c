# tests/conformance/asyncio/gather_cancelled_outer.py: cancelling a gather cancels its children.
import asyncio


async def work(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("child cancelled", n)
        raise


async def main():
    g = asyncio.gather(work(1), work(2))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(g.cancel())
    try:
        await g
    except asyncio.CancelledError:
        print("gather cancelled", g.cancelled())


asyncio.run(main())
