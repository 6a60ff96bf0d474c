# Waiting, the wrong way: a coroutine that blocks the loop with time.sleep.
# Set WAY: one by one, threads, asyncio,
# processes. Then look at the time.
import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

WAY = "asyncio"
PARTS = 4


def query(part):
    time.sleep(0.03)
    return part * part


async def as_task(part):
    return query(part)


async def all_tasks():
    return await asyncio.gather(*(as_task(part) for part in range(PARTS)))


def run():
    if WAY == "threads":
        with ThreadPoolExecutor(PARTS) as pool:
            return list(pool.map(query, range(PARTS)))
    if WAY == "processes":
        with ProcessPoolExecutor(PARTS) as pool:
            return list(pool.map(query, range(PARTS)))
    if WAY == "asyncio":
        return asyncio.run(all_tasks())
    return [query(part) for part in range(PARTS)]


if __name__ == "__main__":
    start = time.perf_counter()
    print(run())
    print(f"{WAY}: {1000 * (time.perf_counter() - start):.1f} ms")
