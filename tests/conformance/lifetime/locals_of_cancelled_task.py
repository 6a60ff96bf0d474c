# tests/conformance/lifetime/locals_of_cancelled_task.py: the locals of a cancelled task die when
# it has ended.
import asyncio


class C:
    def __del__(self): print("del")


async def work():
    c = C()
    try:
        await asyncio.sleep(10)
    finally:
        print("finally")


async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    t.cancel()
    print("cancel asked")
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled")
    print("after")


asyncio.run(main())
