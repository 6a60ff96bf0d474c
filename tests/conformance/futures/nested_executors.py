# Threads that use a pool of processes; each level has its own executor.
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def is_prime(n):
    return n > 1 and all(n % d for d in range(2, int(n ** 0.5) + 1))


def primes_in(pool, start):
    numbers = range(start, start + 10)
    return [n for n, prime in zip(numbers, pool.map(is_prime, numbers, chunksize=5)) if prime]


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as processes, ThreadPoolExecutor(3) as threads:
        parts = list(threads.map(lambda start: primes_in(processes, start), range(0, 40, 10)))
    print(parts, sum(map(len, parts)))
