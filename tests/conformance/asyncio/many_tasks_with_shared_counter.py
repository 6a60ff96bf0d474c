# tests/conformance/asyncio/many_tasks_with_shared_counter.py: an await between read and write
# loses updates, without it none are lost.
import asyncio

count = 0


async def unsafe():
    global count
    c = count
    await asyncio.sleep(0)
    count = c + 1


async def safe(lock):
    global count
    async with lock:
        c = count
        await asyncio.sleep(0)
        count = c + 1


async def main():
    global count
    await asyncio.gather(*(unsafe() for _ in range(100)))
    print(count)
    count = 0
    lock = asyncio.Lock()
    await asyncio.gather(*(safe(lock) for _ in range(100)))
    print(count)


asyncio.run(main())
