# tests/conformance/asyncio/task_cancel_swallowed.py: a task may swallow its cancellation and end
# with a value.
import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("swallowed", asyncio.current_task().cancelling())
        asyncio.current_task().uncancel()
    await asyncio.sleep(0)
    return "value after all"


async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    t.cancel()
    print(await t, t.cancelled(), t.cancelling())


asyncio.run(main())
