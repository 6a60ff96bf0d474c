# Producers and consumers as tasks: join() of the queue, then the consumers are cancelled.
import asyncio


async def produce(channel, number):
    for item in range(4):
        await channel.put(f"{number}.{item}")
        print("put", f"{number}.{item}", channel.qsize())
        await asyncio.sleep(0.01 * (number + 1))


async def consume(channel, name):
    while True:
        item = await channel.get()
        await asyncio.sleep(0.015)
        print(name, "took", item)
        channel.task_done()


async def main():
    channel = asyncio.Queue(maxsize=2)
    consumers = [asyncio.create_task(consume(channel, name)) for name in "ab"]
    await asyncio.gather(*[produce(channel, number) for number in range(2)])
    await channel.join()
    for consumer in consumers:
        consumer.cancel()
    print(await asyncio.gather(*consumers, return_exceptions=True))


asyncio.run(main())
