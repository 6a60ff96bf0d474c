# tests/conformance/asyncio/semaphore_limits.py: a semaphore lets so many in at a time.
import asyncio


async def work(n, sem):
    async with sem:
        print("in", n)
        await asyncio.sleep(0.02)
        print("out", n)


async def main():
    sem = asyncio.Semaphore(2)
    await asyncio.gather(*(work(n, sem) for n in range(5)))
    print(sem.locked())
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)


asyncio.run(main())
