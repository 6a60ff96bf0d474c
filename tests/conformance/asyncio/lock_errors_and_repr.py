# tests/conformance/asyncio/lock_errors_and_repr.py: releasing a free lock, and a lock's repr.
import asyncio


async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    print(await lock.acquire(), lock.locked(), "[locked]" in repr(lock))
    t = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    print("waiters:1" in repr(lock))
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("waiter cancelled")
    lock.release()
    print(lock.locked(), "[unlocked]" in repr(lock))
    try:
        with lock:
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
