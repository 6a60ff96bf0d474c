# tests/conformance/asyncio/queue_getters_served_in_order.py: waiting getters are served in the
# order they came.
import asyncio


async def getter(name, q):
    print(name, "got", await q.get())


async def main():
    q = asyncio.Queue()
    tasks = [asyncio.create_task(getter(n, q)) for n in "abc"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    for i in range(2):
        q.put_nowait(i)
    print(await asyncio.gather(*tasks, return_exceptions=True))


asyncio.run(main())
