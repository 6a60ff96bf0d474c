# tests/conformance/processes/executor_basics.py: a pool of processes of concurrent.futures.
from concurrent.futures import ProcessPoolExecutor, as_completed, wait


def square(number):
    return number * number


def add(first, second=1):
    return first + second


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as executor:
        print(list(executor.map(square, range(6))))
        print(list(executor.map(add, [1, 2, 3], [4, 5, 6], chunksize=2)))
        future = executor.submit(add, 1, second=2)
        print(future.result(), future.done(), future.running(), future.exception())
        futures = [executor.submit(square, number) for number in range(5)]
        print(sorted(future.result() for future in as_completed(futures)))
        done, left = wait([executor.submit(square, 9)])
        print([future.result() for future in done], left)
        try:
            executor.map(square, [1], chunksize=0)
        except ValueError as error:
            print(error)
    try:
        executor.submit(square, 1)
    except RuntimeError as error:
        print(error)
    for workers in 0, -1:
        try:
            ProcessPoolExecutor(workers)
        except ValueError as error:
            print(error)
