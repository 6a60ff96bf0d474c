# tests/conformance/asyncio/exception_never_retrieved.py: a task whose exception nobody asked for
# is reported when it dies.
import asyncio


async def fail():
    raise ValueError("nobody looks")


async def main():
    t = asyncio.create_task(fail())
    await asyncio.sleep(0.01)
    print("task done", t.done())
    del t
    print("after del")


asyncio.run(main())
print("end")
