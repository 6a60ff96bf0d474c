# Debug mode tells where what went wrong was made: coroutines, tasks, handles, futures.
import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stderr, level=logging.DEBUG, format="%(name)s %(levelname)s %(message)s")


async def fails():
    raise ValueError("lost")


async def never():
    pass


def bad_callback():
    1 / 0


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(sorted(context), file=sys.stderr))
    lost = asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del lost
    never()
    loop.call_soon(bad_callback)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    made = never()
    print([entry[1:] for entry in made.cr_origin][:1])
    made.close()
    handle = loop.call_soon(print, "soon")
    print(repr(handle).rpartition(":")[2])
    task = asyncio.create_task(asyncio.sleep(0))
    print([frame.name for frame in task._source_traceback][-2:])
    await task


asyncio.run(main(), debug=True)
