# Search: how many primes there are among each quarter of the numbers.
# Set WAY: one by one, threads, asyncio,
# processes. Then look at the time.
import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

WAY = "threads"
PARTS = 4


def count_primes(part):
    found = 0
    for number in range(2 * part + 3, 6000, 2 * PARTS):
        divisor = 2
        while divisor * divisor <= number and number % divisor:
            divisor += 1
        if divisor * divisor > number:
            found += 1
    return found


async def as_task(part):
    return count_primes(part)


async def all_tasks():
    return await asyncio.gather(*(as_task(part) for part in range(PARTS)))


def run():
    if WAY == "threads":
        with ThreadPoolExecutor(PARTS) as pool:
            return list(pool.map(count_primes, range(PARTS)))
    if WAY == "processes":
        with ProcessPoolExecutor(PARTS) as pool:
            return list(pool.map(count_primes, range(PARTS)))
    if WAY == "asyncio":
        return asyncio.run(all_tasks())
    return [count_primes(part) for part in range(PARTS)]


if __name__ == "__main__":
    start = time.perf_counter()
    print(run())
    print(f"{WAY}: {1000 * (time.perf_counter() - start):.1f} ms")
