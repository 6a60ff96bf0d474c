# tests/conformance/lifetime/task_kept_only_by_loop.py: a task that only sleeps in the loop lives
# on without a name.
import asyncio


async def work():
    await asyncio.sleep(0.01)
    print("work done")


async def main():
    asyncio.create_task(work())
    await asyncio.sleep(0.03)
    print("main done")


asyncio.run(main())
