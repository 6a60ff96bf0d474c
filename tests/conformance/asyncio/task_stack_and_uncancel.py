# tests/conformance/asyncio/task_stack_and_uncancel.py: get_stack, print_stack, cancelling, uncancel.
import asyncio
import sys


async def waits():
    await asyncio.sleep(0.01)
    return 5


async def fails():
    raise KeyError("k")


async def survives():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        task = asyncio.current_task()
        print(task.cancelling(), task.uncancel(), task.cancelling())
        return "survived"


async def main():
    task = asyncio.create_task(waits(), name="waits")
    await asyncio.sleep(0)
    print([frame.f_code.co_name for frame in task.get_stack()], task.get_coro().__name__)
    task.print_stack(file=sys.stdout)
    await task
    print(task.get_stack())
    task.print_stack()
    task = asyncio.create_task(fails(), name="fails")
    try:
        await task
    except KeyError:
        print([frame.f_code.co_name for frame in task.get_stack()])
    task.print_stack(file=sys.stdout, limit=1)
    task = asyncio.create_task(survives())
    await asyncio.sleep(0)
    task.cancel()
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())


asyncio.run(main())
