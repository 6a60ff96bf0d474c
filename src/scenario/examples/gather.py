# Together or one by one: the same three downloads, awaited in two ways.
#
# In a sequence the times add up. With gather the three sleep at the same
# time, so all of it takes as long as the slowest one.
import asyncio
import time


async def download(page, seconds):
    await asyncio.sleep(seconds)
    print("  got", page)
    return len(page)


async def one_by_one():
    total = 0
    for page, seconds in [("news", 0.003), ("sports", 0.004), ("weather", 0.002)]:
        total += await download(page, seconds)
    return total


async def together():
    return sum(await asyncio.gather(
        download("news", 0.003),
        download("sports", 0.004),
        download("weather", 0.002)))


async def main():
    for way in (one_by_one, together):
        start = time.perf_counter()
        total = await way()
        took = time.perf_counter() - start
        print(f"{way.__name__}: {total} letters in {took * 1000:.0f} ms")


asyncio.run(main())
