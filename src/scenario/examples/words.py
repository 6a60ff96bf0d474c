# Text: counting the words of four long texts.
# Set WAY: one by one, threads, asyncio,
# processes. Then look at the time.
import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

WAY = "processes"
PARTS = 4


def count_words(part):
    words = {}
    for line in range(2500):
        for word in f"part {part} line {line % 7} of a yarn".split():
            words[word] = words.get(word, 0) + 1
    return len(words)


async def as_task(part):
    return count_words(part)


async def all_tasks():
    return await asyncio.gather(*(as_task(part) for part in range(PARTS)))


def run():
    if WAY == "threads":
        with ThreadPoolExecutor(PARTS) as pool:
            return list(pool.map(count_words, range(PARTS)))
    if WAY == "processes":
        with ProcessPoolExecutor(PARTS) as pool:
            return list(pool.map(count_words, range(PARTS)))
    if WAY == "asyncio":
        return asyncio.run(all_tasks())
    return [count_words(part) for part in range(PARTS)]


if __name__ == "__main__":
    start = time.perf_counter()
    print(run())
    print(f"{WAY}: {1000 * (time.perf_counter() - start):.1f} ms")
