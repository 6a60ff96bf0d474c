# Busca: quantos primos há em cada quarto dos números.
# Mude JEITO e olhe o tempo: um por um, threads, asyncio, processos.
import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

JEITO = "threads"
PARTES = 4


def contar_primos(parte):
    achados = 0
    for número in range(parte * 600 + 3, (parte + 1) * 600 + 3):
        divisor = 2
        while divisor * divisor <= número and número % divisor:
            divisor += 1
        if divisor * divisor > número:
            achados += 1
    return achados


async def como_tarefa(parte):
    return contar_primos(parte)


async def todas():
    return await asyncio.gather(*(como_tarefa(parte) for parte in range(PARTES)))


def rodar():
    if JEITO == "threads":
        with ThreadPoolExecutor(PARTES) as pool:
            return list(pool.map(contar_primos, range(PARTES)))
    if JEITO == "processos":
        with ProcessPoolExecutor(PARTES) as pool:
            return list(pool.map(contar_primos, range(PARTES)))
    if JEITO == "asyncio":
        return asyncio.run(todas())
    return [contar_primos(parte) for parte in range(PARTES)]


if __name__ == "__main__":
    começo = time.perf_counter()
    print(rodar())
    print(f"{JEITO}: {1000 * (time.perf_counter() - começo):.1f} ms")
