# A call that blocks: time.sleep stops everybody, asyncio.sleep only oneself.
#
# The clock wants to tick every 2 ms. While `rude` sleeps with time.sleep,
# the whole event loop stands still and the clock misses its ticks.
import asyncio
import time


async def clock():
    for tick in range(8):
        print("tick", tick)
        await asyncio.sleep(0.002)


async def polite():
    print("polite: I give way while I wait")
    await asyncio.sleep(0.005)
    print("polite: done")


async def rude():
    await asyncio.sleep(0.007)
    print("rude: nobody moves!")
    time.sleep(0.006)  # should be: await asyncio.sleep(0.006)
    print("rude: carry on")


async def main():
    await asyncio.gather(
        asyncio.create_task(clock(), name="clock"),
        asyncio.create_task(polite(), name="polite"),
        asyncio.create_task(rude(), name="rude"))


asyncio.run(main())
