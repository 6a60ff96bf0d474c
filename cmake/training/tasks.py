# asyncio: tasks, sleeps, queues, locks, events, futures, call-backs, time limits, cancelling.
import asyncio


async def square(number):
    await asyncio.sleep(0)
    return number * number


async def worker(queue, done):
    while True:
        item = await queue.get()
        if item % 3 == 0:
            await asyncio.sleep(0.001 * (item % 5))
        done.append(item)
        queue.task_done()


async def numbers(end):
    for number in range(end):
        await asyncio.sleep(0)
        yield number


async def queues(items):
    queue, done = asyncio.Queue(5), []
    workers = [asyncio.create_task(worker(queue, done)) for _ in range(4)]
    for item in range(items):
        await queue.put(item)
    await queue.join()
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    return len(done)


async def locked(lock, event, counts):
    await event.wait()
    for turn in range(100):
        async with lock:
            counts[0] += 1
            await asyncio.sleep(0)


async def limits(turns):
    late = 0
    for turn in range(turns):
        try:
            await asyncio.wait_for(asyncio.sleep(0.01 * (turn % 3)), 0.015)
        except asyncio.TimeoutError:
            late += 1
    return late


async def futures(turns):
    loop = asyncio.get_running_loop()
    total = 0
    for turn in range(turns):
        future = loop.create_future()
        future.add_done_callback(lambda done: None)
        if turn % 2:
            loop.call_soon(future.set_result, turn)
        else:
            loop.call_later(0.001, future.set_result, turn)
        total += await future
    return total


async def main():
    total = 0
    for turn in range(300):
        total += sum(await asyncio.gather(*[square(n) for n in range(40)]))
    lock, event, counts = asyncio.Lock(), asyncio.Event(), [0]
    tasks = [asyncio.create_task(locked(lock, event, counts)) for _ in range(20)]
    await asyncio.sleep(0.01)
    event.set()
    await asyncio.gather(*tasks)
    async for number in numbers(10000):
        total += number
    print(total, counts, await queues(12000), await limits(1500), await futures(10000))


asyncio.run(main())
