# Juntos ou um por um: os mesmos três downloads, esperados de dois modos.
#
# Em sequência os tempos se somam. Com gather os três dormem ao mesmo tempo,
# e tudo leva o tempo do mais lento.
import asyncio
import time


async def download(page, seconds):
    await asyncio.sleep(seconds)
    print("  chegou", page)
    return len(page)


async def one_by_one():
    total = 0
    for page, seconds in [("notícias", 0.003), ("esportes", 0.004), ("tempo", 0.002)]:
        total += await download(page, seconds)
    return total


async def together():
    return sum(await asyncio.gather(
        download("notícias", 0.003),
        download("esportes", 0.004),
        download("tempo", 0.002)))


async def main():
    for way in (one_by_one, together):
        start = time.perf_counter()
        total = await way()
        took = time.perf_counter() - start
        print(f"{way.__name__}: {total} letras em {took * 1000:.0f} ms")


asyncio.run(main())
