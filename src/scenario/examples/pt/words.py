# Texto: contar as palavras de quatro textos longos.
# Mude JEITO e olhe o tempo: um por um, threads, asyncio, processos.
import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

JEITO = "processos"
PARTES = 4


def contar_palavras(parte):
    palavras = {}
    for linha in range(2500):
        for palavra in f"parte {parte} linha {linha % 7} de um fio".split():
            palavras[palavra] = palavras.get(palavra, 0) + 1
    return len(palavras)


async def como_tarefa(parte):
    return contar_palavras(parte)


async def todas():
    return await asyncio.gather(*(como_tarefa(parte) for parte in range(PARTES)))


def rodar():
    if JEITO == "threads":
        with ThreadPoolExecutor(PARTES) as pool:
            return list(pool.map(contar_palavras, range(PARTES)))
    if JEITO == "processos":
        with ProcessPoolExecutor(PARTES) as pool:
            return list(pool.map(contar_palavras, range(PARTES)))
    if JEITO == "asyncio":
        return asyncio.run(todas())
    return [contar_palavras(parte) for parte in range(PARTES)]


if __name__ == "__main__":
    começo = time.perf_counter()
    print(rodar())
    print(f"{JEITO}: {1000 * (time.perf_counter() - começo):.1f} ms")
