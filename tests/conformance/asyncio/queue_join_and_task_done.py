# tests/conformance/asyncio/queue_join_and_task_done.py: join waits until every item is done.
import asyncio


async def worker(name, q):
    while True:
        x = await q.get()
        await asyncio.sleep(0.01)
        print(name, "did", x)
        q.task_done()


async def main():
    q = asyncio.Queue()
    for i in range(5):
        q.put_nowait(i)
    workers = [asyncio.create_task(worker(f"w{i}", q)) for i in range(2)]
    await q.join()
    print("all done")
    for w in workers:
        w.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))
    try:
        q.task_done()
    except ValueError as e:
        print(e)


asyncio.run(main())
