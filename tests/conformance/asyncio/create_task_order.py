# tests/conformance/asyncio/create_task_order.py: tasks start in the order they were made, when
# the maker first waits.
import asyncio


async def work(name):
    print(name, "starts")
    await asyncio.sleep(0)
    print(name, "ends")
    return name


async def main():
    tasks = [asyncio.create_task(work(n)) for n in "abc"]
    print("made")
    await asyncio.sleep(0)
    print("main again")
    for t in tasks:
        print(await t)


asyncio.run(main())
