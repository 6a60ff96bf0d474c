# tests/conformance/asyncio/task_repr.py: the repr of a task in its states.
import asyncio


async def work(fail):
    await asyncio.sleep(0)
    if fail:
        raise ValueError("v")
    return 5


async def main():
    t = asyncio.create_task(work(False), name="T")
    print(repr(t).replace(__file__, "FILE"))
    await asyncio.sleep(0)
    print(repr(t).replace(__file__, "FILE")[:80])
    await t
    print(repr(t).replace(__file__, "FILE"))
    u = asyncio.create_task(work(True), name="U")
    try:
        await u
    except ValueError:
        print(repr(u).replace(__file__, "FILE"))


asyncio.run(main())
