# A picture: the Mandelbrot set, every fourth of its rows.
# Set WAY: one by one, threads, asyncio,
# processes. Then look at the time.
import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

WAY = "processes"
PARTS = 4


def paint_band(part):
    inside = 0
    for row in range(part, 60, PARTS):
        for column in range(60):
            point = complex(column / 20 - 2.1, row / 30 - 1)
            z = 0
            for step in range(25):
                z = z * z + point
                if abs(z) > 2:
                    break
            else:
                inside += 1
    return inside


async def as_task(part):
    return paint_band(part)


async def all_tasks():
    return await asyncio.gather(*(as_task(part) for part in range(PARTS)))


def run():
    if WAY == "threads":
        with ThreadPoolExecutor(PARTS) as pool:
            return list(pool.map(paint_band, range(PARTS)))
    if WAY == "processes":
        with ProcessPoolExecutor(PARTS) as pool:
            return list(pool.map(paint_band, range(PARTS)))
    if WAY == "asyncio":
        return asyncio.run(all_tasks())
    return [paint_band(part) for part in range(PARTS)]


if __name__ == "__main__":
    start = time.perf_counter()
    print(run())
    print(f"{WAY}: {1000 * (time.perf_counter() - start):.1f} ms")
