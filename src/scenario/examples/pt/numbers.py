# Números: uma integral, cortada em quatro pedaços.
# Mude WAY: um por um, threads, asyncio,
# processos. Depois olhe o tempo.
import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

WAY = "um por um"
PARTS = 4


def integrate(part, steps=20_000):
    width = 0.25 / steps
    x = part * 0.25 + width / 2
    area = 0.0
    for step in range(steps):
        area += 4 / (1 + x * x) * width
        x += width
    return round(area, 6)


async def as_task(part):
    return integrate(part)


async def all_tasks():
    return await asyncio.gather(*(as_task(part) for part in range(PARTS)))


def run():
    if WAY == "threads":
        with ThreadPoolExecutor(PARTS) as pool:
            return list(pool.map(integrate, range(PARTS)))
    if WAY == "processos":
        with ProcessPoolExecutor(PARTS) as pool:
            return list(pool.map(integrate, range(PARTS)))
    if WAY == "asyncio":
        return asyncio.run(all_tasks())
    return [integrate(part) for part in range(PARTS)]


if __name__ == "__main__":
    start = time.perf_counter()
    print(run())
    print(f"{WAY}: {1000 * (time.perf_counter() - start):.1f} ms")
