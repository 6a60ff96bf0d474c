# tests/conformance/asyncio/queue_kinds_and_reprs.py: PriorityQueue, LifoQueue and the reprs of queues, events, semaphores.
import asyncio


async def main():
    queue = asyncio.PriorityQueue()
    for value in (3, 1, 2):
        queue.put_nowait(value)
    print(queue, [queue.get_nowait() for _ in range(3)])
    stack = asyncio.LifoQueue(2)
    stack.put_nowait(1)
    stack.put_nowait(2)
    print(stack, stack.full(), await stack.get(), stack.qsize())
    queue = asyncio.Queue()
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    print(queue, asyncio.Queue(maxsize=3), asyncio.Queue[int])
    getter.cancel()
    await asyncio.sleep(0)
    print(queue)
    semaphore = asyncio.Semaphore(1)
    print(semaphore)
    await semaphore.acquire()
    waiting = asyncio.create_task(semaphore.acquire())
    await asyncio.sleep(0)
    print(semaphore)
    semaphore.release()
    await waiting
    event = asyncio.Event()
    waiting = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    print(event)
    event.set()
    print(await waiting, event)


asyncio.run(main())
