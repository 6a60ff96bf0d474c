# tests/conformance/asyncio/shield.py: shield() keeps the inner task from its outer one's cancellation.
import asyncio


async def inner():
    try:
        await asyncio.sleep(0.05)
        return "done"
    except asyncio.CancelledError:
        print("inner cancelled")
        raise


async def outer(task):
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        print("outer cancelled", task.done())
        raise


async def main():
    task = asyncio.create_task(inner())
    shielded = asyncio.shield(task)
    try:
        await asyncio.wait_for(shielded, 0.01)
    except TimeoutError:
        print("timeout", task.done(), shielded)
    print(await task)
    task = asyncio.create_task(inner(), name="inner")
    around = asyncio.create_task(outer(task))
    await asyncio.sleep(0.01)
    around.cancel()
    print(await asyncio.gather(around, return_exceptions=True))
    task.cancel("message")
    await asyncio.wait([task])
    print(task)


asyncio.run(main())
