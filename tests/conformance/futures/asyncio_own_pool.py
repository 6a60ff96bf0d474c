# tests/conformance/futures/asyncio_own_pool.py: a pool of the script's own in asyncio: results,
# errors, wrap_future.
import asyncio
import time
from concurrent.futures import Future, ThreadPoolExecutor

def work(n):
    time.sleep(n)
    if n > 0.05:
        raise ValueError(n)
    return n

async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(2) as pool:
        print(await loop.run_in_executor(pool, work, 0.01))
        results = await asyncio.gather(*(loop.run_in_executor(pool, work, n)
                                         for n in (0.02, 0.06, 0.01)), return_exceptions=True)
        print(results)
        wrapped = asyncio.wrap_future(pool.submit(work, 0.02))
        print(isinstance(wrapped, asyncio.Future), await wrapped)
        try:
            await asyncio.wait_for(loop.run_in_executor(pool, time.sleep, 0.1), 0.02)
        except asyncio.TimeoutError:
            print("timeout")
    try:
        loop.set_default_executor(pool.map)
    except TypeError as error:
        print(error)
    mine = Future()
    wrapped = asyncio.wrap_future(mine)
    wrapped.cancel()
    await asyncio.sleep(0)
    print(mine.cancelled())
    mine = Future()
    wrapped = asyncio.wrap_future(mine)
    mine.cancel()
    try:
        await wrapped
    except asyncio.CancelledError as error:
        print("cancelled", repr(error))

asyncio.run(main())
