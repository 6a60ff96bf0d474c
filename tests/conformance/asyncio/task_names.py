# tests/conformance/asyncio/task_names.py: tasks have names, counted from Task-1.
import asyncio


async def work():
    return asyncio.current_task().get_name()


async def main():
    print(asyncio.current_task().get_name())
    a = asyncio.create_task(work())
    b = asyncio.create_task(work(), name="own name")
    c = asyncio.create_task(work())
    c.set_name("renamed")
    print(await asyncio.gather(a, b, c), a.get_name(), b.get_name())
    print(await asyncio.create_task(work()))


asyncio.run(main())
asyncio.run(main())
