# tests/conformance/asyncio/queue_producer_consumer.py: a bounded queue makes the producer wait.
import asyncio


async def producer(q):
    for i in range(5):
        await q.put(i)
        print("put", i, "size", q.qsize())
    await q.put(None)


async def consumer(q):
    while (x := await q.get()) is not None:
        print("got", x)
        await asyncio.sleep(0)


async def main():
    q = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(q), consumer(q))
    print(q.empty(), q.full(), q.maxsize)


asyncio.run(main())
