# tests/conformance/asyncio/blocking_call_stops_the_loop.py: a blocking call stops every task
# while it lasts.
import asyncio
import time


async def ticker():
    for i in range(3):
        print("tick", i)
        await asyncio.sleep(0.02)


async def blocker():
    await asyncio.sleep(0.01)
    print("block")
    time.sleep(0.1)
    print("unblock")


async def main():
    await asyncio.gather(ticker(), blocker())


asyncio.run(main())
