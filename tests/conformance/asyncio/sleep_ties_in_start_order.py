# tests/conformance/asyncio/sleep_ties_in_start_order.py: sleepers with equal times wake in the
# order in which they started.
import asyncio


async def work(name, rounds):
    for i in range(rounds):
        await asyncio.sleep(0.02)
        print(name, i)


async def main():
    await asyncio.gather(*(work(n, 3) for n in "abcde"))


asyncio.run(main())
