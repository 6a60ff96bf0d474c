# tests/conformance/asyncio/sleep_order_by_time.py: sleepers wake in the order of their times,
# whatever order they started in.
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    print(name)
    return delay


async def main():
    print(await asyncio.gather(work("slow", 0.12), work("fast", 0.03), work("middle", 0.075)))


asyncio.run(main())
