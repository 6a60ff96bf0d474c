# tests/conformance/asyncio/sleep_zero_takes_turns.py: `sleep(0)` lets every other ready task run
# once.
import asyncio


async def work(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    print(name, "done")


async def main():
    await asyncio.gather(work("a", 3), work("b", 1), work("c", 2))


asyncio.run(main())
