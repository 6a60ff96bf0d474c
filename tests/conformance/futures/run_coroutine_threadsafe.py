# tests/conformance/futures/run_coroutine_threadsafe.py: a thread hands coroutines to the loop of
# another one.
import asyncio
import concurrent.futures
import threading

async def double(n):
    await asyncio.sleep(0.01)
    if n < 0:
        raise ValueError(n)
    return n * 2

async def forever():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("cancelled in the loop")
        raise

loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever)
thread.start()
future = asyncio.run_coroutine_threadsafe(double(4), loop)
print(isinstance(future, concurrent.futures.Future), future.result(5), future.done())
print(repr(asyncio.run_coroutine_threadsafe(double(-1), loop).exception(5)))
future = asyncio.run_coroutine_threadsafe(forever(), loop)
try:
    future.result(0.05)
except TimeoutError:
    print("timeout", future.cancel(), future.cancelled())
try:
    asyncio.run_coroutine_threadsafe(5, loop)
except TypeError as error:
    print(error)
asyncio.run_coroutine_threadsafe(asyncio.sleep(0.02), loop).result()
loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()
