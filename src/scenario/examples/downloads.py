# Waiting: four downloads that the computer has nothing to do for.
# Set WAY: one by one, threads, asyncio,
# processes. Then look at the time.
import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

WAY = "asyncio"
PARTS = 4


def download(part):
    time.sleep(0.05)
    return f"page {part}"


async def as_task(part):
    await asyncio.sleep(0.05)
    return f"page {part}"


async def all_tasks():
    return await asyncio.gather(*(as_task(part) for part in range(PARTS)))


def run():
    if WAY == "threads":
        with ThreadPoolExecutor(PARTS) as pool:
            return list(pool.map(download, range(PARTS)))
    if WAY == "processes":
        with ProcessPoolExecutor(PARTS) as pool:
            return list(pool.map(download, range(PARTS)))
    if WAY == "asyncio":
        return asyncio.run(all_tasks())
    return [download(part) for part in range(PARTS)]


if __name__ == "__main__":
    start = time.perf_counter()
    print(run())
    print(f"{WAY}: {1000 * (time.perf_counter() - start):.1f} ms")
