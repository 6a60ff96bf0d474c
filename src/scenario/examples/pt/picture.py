# Uma imagem: o conjunto de Mandelbrot, quatro faixas de linhas.
# Mude JEITO e olhe o tempo: um por um, threads, asyncio, processos.
import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

JEITO = "processos"
PARTES = 4


def pintar_faixa(parte):
    dentro = 0
    for linha in range(parte * 10, parte * 10 + 10):
        for coluna in range(60):
            ponto = complex(coluna / 20 - 2.1, linha / 20 - 1)
            z = 0
            for passo in range(25):
                z = z * z + ponto
                if abs(z) > 2:
                    break
            else:
                dentro += 1
    return dentro


async def como_tarefa(parte):
    return pintar_faixa(parte)


async def todas():
    return await asyncio.gather(*(como_tarefa(parte) for parte in range(PARTES)))


def rodar():
    if JEITO == "threads":
        with ThreadPoolExecutor(PARTES) as pool:
            return list(pool.map(pintar_faixa, range(PARTES)))
    if JEITO == "processos":
        with ProcessPoolExecutor(PARTES) as pool:
            return list(pool.map(pintar_faixa, range(PARTES)))
    if JEITO == "asyncio":
        return asyncio.run(todas())
    return [pintar_faixa(parte) for parte in range(PARTES)]


if __name__ == "__main__":
    começo = time.perf_counter()
    print(rodar())
    print(f"{JEITO}: {1000 * (time.perf_counter() - começo):.1f} ms")
