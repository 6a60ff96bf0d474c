# tests/conformance/tracebacks/async_task_exception_awaited.py: an exception that a task brings to
# its awaiter.
import asyncio


async def work(n):
    await asyncio.sleep(0)
    return 10 / n


async def main():
    t = asyncio.create_task(work(0))
    print("created")
    await t


asyncio.run(main())
