# tests/conformance/asyncio/task_cancel.py: cancelling a task raises CancelledError where it waits.
import asyncio


async def work():
    print("start")
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("in task", repr(e))
        raise
    finally:
        print("finally")


async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    print(t.cancel(), t.cancelled(), t.done(), t.cancelling())
    try:
        await t
    except asyncio.CancelledError as e:
        print("in main", repr(e))
    print(t.cancelled(), t.done(), t.cancel())
    u = asyncio.create_task(work())
    await asyncio.sleep(0)
    u.cancel("with a message")
    try:
        await u
    except asyncio.CancelledError as e:
        print("in main", repr(e))


asyncio.run(main())
