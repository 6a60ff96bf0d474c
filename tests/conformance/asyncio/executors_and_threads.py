# tests/conformance/asyncio/executors_and_threads.py: run_in_executor, to_thread, run_coroutine_threadsafe.
import asyncio
import threading
import time


def blocking(value):
    time.sleep(0.02)
    return value * 2


async def give(value):
    await asyncio.sleep(0.01)
    return value


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, blocking, 4), await asyncio.to_thread(blocking, value=5))
    try:
        await asyncio.to_thread(lambda: 1 / 0)
    except ZeroDivisionError as error:
        print(repr(error))
    print(await asyncio.gather(*[loop.run_in_executor(None, blocking, n) for n in range(4)]))

    def from_a_thread():
        future = asyncio.run_coroutine_threadsafe(give("given"), loop)
        return future.result(1), future.done(), threading.current_thread() is main_thread

    main_thread = threading.current_thread()
    print(await asyncio.to_thread(from_a_thread))
    try:
        asyncio.run_coroutine_threadsafe(3, loop)
    except TypeError as error:
        print(error)


asyncio.run(main())
