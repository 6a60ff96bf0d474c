# tests/conformance/asyncio/condition.py: Condition: notify, notify_all, wait_for, and its errors.
import asyncio


async def main():
    condition = asyncio.Condition()
    print(condition)

    async def waits(number):
        async with condition:
            await condition.wait()
            print("woken", number)

    tasks = [asyncio.create_task(waits(number)) for number in range(4)]
    await asyncio.sleep(0)
    print(condition)
    async with condition:
        condition.notify(2)
        print(condition)
    await asyncio.sleep(0)
    async with condition:
        condition.notify_all()
    await asyncio.gather(*tasks)
    items = []

    async def waits_for():
        async with condition:
            print(await condition.wait_for(lambda: len(items) > 1 and items))

    task = asyncio.create_task(waits_for())
    await asyncio.sleep(0)
    for number in range(2):
        async with condition:
            items.append(number)
            condition.notify()
    await task
    for bad in (condition.notify, condition.release):
        try:
            bad()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
