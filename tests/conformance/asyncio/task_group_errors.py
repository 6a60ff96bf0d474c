# tests/conformance/asyncio/task_group_errors.py: TaskGroup: which errors it raises, and when it takes no more tasks.
import asyncio


async def fine(number):
    await asyncio.sleep(0.02 * number)
    print("fine", number)
    return number


async def bad(number, kind=ValueError):
    await asyncio.sleep(0.02 * number)
    raise kind(number)


async def forever():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled")
        raise


async def nested():
    async with asyncio.TaskGroup() as outside:
        async with asyncio.TaskGroup() as inside:
            inside.create_task(bad(1))
            outside.create_task(forever())


async def alone():
    async with asyncio.TaskGroup() as group:
        group.create_task(forever())


async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(fine(1))
        second = group.create_task(fine(2), name="second")
        print(group)
    print(first.result(), second.get_name(), group)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(bad(1))
            group.create_task(bad(1, KeyError))
            group.create_task(forever())
    except* ValueError as errors:
        print(errors.exceptions)
    except* KeyError as errors:
        print(errors.exceptions, errors)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(forever())
            await asyncio.sleep(0)
            raise RuntimeError("of the body")
    except BaseExceptionGroup as errors:
        print(repr(errors))
    coroutine = fine(1)
    for late in (group, asyncio.TaskGroup()):
        try:
            late.create_task(coroutine)
        except RuntimeError as error:
            print(error)
    coroutine.close()
    try:
        await nested()
    except BaseExceptionGroup as errors:
        print(repr(errors))
    task = asyncio.create_task(alone())
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), task.cancelling())
    try:
        async with asyncio.timeout(0.01):
            await alone()
    except TimeoutError:
        print("timeout")


asyncio.run(main())
