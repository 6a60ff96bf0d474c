# tests/conformance/asyncio/current_and_all_tasks.py: current_task and all_tasks.
import asyncio


async def work():
    await asyncio.sleep(0.01)


async def main():
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    t = [asyncio.create_task(work(), name=n) for n in "ab"]
    print(sorted(x.get_name() for x in asyncio.all_tasks()))
    await asyncio.gather(*t)
    print(len(asyncio.all_tasks()))


asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as e:
    print(e)
