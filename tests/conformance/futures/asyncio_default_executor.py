# tests/conformance/futures/asyncio_default_executor.py: run_in_executor() and to_thread() share a
# pool, whose threads have names.
import asyncio
import threading
import time

def work(n):
    time.sleep(n)
    return n, threading.current_thread().name, threading.current_thread().daemon

async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, work, 0.01))
    await asyncio.sleep(0.03)
    print(await asyncio.to_thread(work, 0.01))
    results = await asyncio.gather(*(loop.run_in_executor(None, work, 0.03) for _ in range(3)))
    print(sorted(name for _, name, _ in results))
    await loop.shutdown_default_executor()
    try:
        await loop.run_in_executor(None, work, 0)
    except RuntimeError as error:
        print(error)

asyncio.run(main())
print(threading.active_count())
