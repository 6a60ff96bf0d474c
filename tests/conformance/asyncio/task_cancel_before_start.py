# tests/conformance/asyncio/task_cancel_before_start.py: a task cancelled before its first step
# never runs.
import asyncio


async def work():
    print("never")


async def main():
    t = asyncio.create_task(work())
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", t.cancelled())


asyncio.run(main())
