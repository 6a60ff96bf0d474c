# Espera: quatro downloads, e o computador não tem o que fazer.
# Mude JEITO e olhe o tempo: um por um, threads, asyncio, processos.
import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

JEITO = "asyncio"
PARTES = 4


def baixar(parte):
    time.sleep(0.05)
    return f"página {parte}"


async def como_tarefa(parte):
    await asyncio.sleep(0.05)
    return f"página {parte}"


async def todas():
    return await asyncio.gather(*(como_tarefa(parte) for parte in range(PARTES)))


def rodar():
    if JEITO == "threads":
        with ThreadPoolExecutor(PARTES) as pool:
            return list(pool.map(baixar, range(PARTES)))
    if JEITO == "processos":
        with ProcessPoolExecutor(PARTES) as pool:
            return list(pool.map(baixar, range(PARTES)))
    if JEITO == "asyncio":
        return asyncio.run(todas())
    return [baixar(parte) for parte in range(PARTES)]


if __name__ == "__main__":
    começo = time.perf_counter()
    print(rodar())
    print(f"{JEITO}: {1000 * (time.perf_counter() - começo):.1f} ms")
