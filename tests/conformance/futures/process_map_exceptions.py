# ProcessPoolExecutor.map: results in order, an exception at its place, the remote traceback.
from concurrent.futures import ProcessPoolExecutor


def reciprocal(x):
    return 1 / x


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as executor:
        results = executor.map(reciprocal, [1, 2, 0, 4])
        try:
            for result in results:
                print(result)
        except ZeroDivisionError as error:
            print(type(error).__name__, error, "reciprocal" in str(error.__cause__))
        print(list(executor.map(pow, range(5), [2] * 5, chunksize=2)))
