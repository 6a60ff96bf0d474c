# tests/conformance/processes/pool_exceptions.py: an exception in a worker comes with its traceback as text.
from multiprocessing import Pool


def fail(number):
    if number == 2:
        raise ValueError("two", number)
    return number


def unpicklable(number):
    return lambda: number


def broken():
    yield 1
    raise KeyError("in the iterable")


if __name__ == "__main__":
    pool = Pool(2)
    try:
        pool.map(fail, range(4))
    except ValueError as error:
        print(error, type(error.__cause__).__name__)
        print("ValueError: ('two', 2)" in str(error.__cause__))
    try:
        pool.apply(unpicklable, (1,))
    except Exception as error:
        print(type(error).__name__, "Reason" in str(error))
    try:
        pool.apply(lambda: 1)
    except Exception as error:
        print(type(error).__name__)
    try:
        pool.map(fail, broken())
    except KeyError as error:
        print(error)
    try:
        pool.join()
    except ValueError as error:
        print(error)
    results = []
    iterator = pool.imap(fail, range(4))
    while len(results) < 4:
        try:
            results.append(next(iterator))
        except ValueError:
            results.append("failed")
    print(results)
    pool.close()
    pool.join()
    Pool(1).apply(fail, (2,))
