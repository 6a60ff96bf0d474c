# A task is cancelled while it holds a lock.
import asyncio


async def work(lock):
    await lock.acquire()
    await asyncio.sleep(1)
    lock.release()


async def main():
    lock = asyncio.Lock()
    task = asyncio.create_task(work(lock))
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
        outcome = "finished"
    except asyncio.CancelledError:
        outcome = "cancelled"
    print(f"worker {outcome}, lock {'leaked' if lock.locked() else 'free'}")


asyncio.run(main())
