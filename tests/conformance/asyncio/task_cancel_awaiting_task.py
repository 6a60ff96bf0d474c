# tests/conformance/asyncio/task_cancel_awaiting_task.py: cancelling a task that awaits another
# cancels that one first.
import asyncio


async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("inner cancelled")
        raise


async def outer(t):
    try:
        await t
    except asyncio.CancelledError:
        print("outer cancelled", t.cancelled())
        raise


async def main():
    t = asyncio.create_task(inner())
    o = asyncio.create_task(outer(t))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    o.cancel()
    for x in await asyncio.gather(o, t, return_exceptions=True):
        print(repr(x))


asyncio.run(main())
