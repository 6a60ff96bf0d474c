# tests/conformance/processes/pool_maps.py: all the ways to map with a pool.
from multiprocessing import Pool


def square(number):
    return number * number


def add(first, second=10):
    return first + second


if __name__ == "__main__":
    with Pool(3) as pool:
        print(pool)
        print(pool.map(square, range(10)), pool.map(square, []))
        print(pool.apply(add, (1,)), pool.apply(add, (1,), {"second": 2}))
        print(pool.starmap(add, [(1, 2), (3,)]))
        print(list(pool.imap(square, range(6))), list(pool.imap(square, range(6), 4)))
        print(sorted(pool.imap_unordered(square, range(6), chunksize=2)))
        print(pool.map_async(square, [3, 4]).get(timeout=5))
        print(pool.starmap_async(add, [(5, 5)]).get())
    print(pool)
    try:
        pool.map(square, [1])
    except ValueError as error:
        print(error)
