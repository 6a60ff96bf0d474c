# Monte Carlo with a seed a worker: the sum is the same however the work is divided.
import random
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool


def inside(seed):
    generator = random.Random(seed)
    return sum(generator.random() ** 2 + generator.random() ** 2 <= 1 for _ in range(200))


if __name__ == "__main__":
    with Pool(3) as pool:
        by_pool = pool.map(inside, range(6))
    with ProcessPoolExecutor(2) as executor:
        by_executor = list(executor.map(inside, range(6), chunksize=2))
    print(by_pool, by_pool == by_executor, round(4 * sum(by_pool) / 1200, 3))
