# tests/conformance/asyncio/ensure_future_makes_tasks_of_coroutines.py: ensure_future wraps a
# coroutine and gives a future back as it is.
import asyncio


async def work():
    await asyncio.sleep(0.02)
    print("work ended")
    return "r"


async def main():
    t = asyncio.ensure_future(work())
    print(asyncio.ensure_future(t) is t, asyncio.iscoroutine(work), asyncio.iscoroutinefunction(work), asyncio.isfuture(t))
    print(await t)


asyncio.run(main())
