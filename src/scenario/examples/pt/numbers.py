# Números: uma integral, cortada em quatro pedaços.
# Mude JEITO e olhe o tempo: um por um, threads, asyncio, processos.
import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

JEITO = "um por um"
PARTES = 4


def integrar(parte, passos=20_000):
    largura = 0.25 / passos
    x = parte * 0.25 + largura / 2
    área = 0.0
    for passo in range(passos):
        área += 4 / (1 + x * x) * largura
        x += largura
    return round(área, 6)


async def como_tarefa(parte):
    return integrar(parte)


async def todas():
    return await asyncio.gather(*(como_tarefa(parte) for parte in range(PARTES)))


def rodar():
    if JEITO == "threads":
        with ThreadPoolExecutor(PARTES) as pool:
            return list(pool.map(integrar, range(PARTES)))
    if JEITO == "processos":
        with ProcessPoolExecutor(PARTES) as pool:
            return list(pool.map(integrar, range(PARTES)))
    if JEITO == "asyncio":
        return asyncio.run(todas())
    return [integrar(parte) for parte in range(PARTES)]


if __name__ == "__main__":
    começo = time.perf_counter()
    print(rodar())
    print(f"{JEITO}: {1000 * (time.perf_counter() - começo):.1f} ms")
