# tests/conformance/lifetime/task_exception_never_retrieved_order.py: the report comes when the
# last reference to the task goes.
import asyncio


async def fail(n):
    raise ValueError(n)


async def main():
    a = asyncio.create_task(fail(1))
    b = asyncio.create_task(fail(2))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("both done")
    a = None
    print("a dropped", b.exception())
    b = None
    print("b dropped, its exception was seen")


asyncio.run(main())
