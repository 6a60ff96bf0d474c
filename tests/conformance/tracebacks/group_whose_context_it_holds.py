# A group one of whose exceptions is also its context is shown whole.
import asyncio
import sys
import traceback


async def fails():
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(0))
        1 / 0


try:
    asyncio.run(fails())
except BaseExceptionGroup as group:
    print(group.__context__ is group.exceptions[0], group.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise ExceptionGroup("again", [error])
except ExceptionGroup as group:
    traceback.print_exception(group, file=sys.stdout)
