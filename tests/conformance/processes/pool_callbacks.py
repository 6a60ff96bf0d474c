# apply_async with callback and error_callback: they run in the parent, in one thread.
import os
from multiprocessing import Pool


def divide(a, b):
    return a / b


if __name__ == "__main__":
    parent, results, errors = os.getpid(), [], []

    def good(value):
        results.append((value, os.getpid() == parent))

    def bad(error):
        errors.append(repr(error))

    with Pool(2) as pool:
        handles = [pool.apply_async(divide, (6, b), callback=good, error_callback=bad)
                   for b in (1, 2, 0, 3)]
        more = pool.map_async(abs, [-1, -2], callback=results.append)
        for handle in handles:
            handle.wait()
        print(more.get(timeout=5))
        print([handle.successful() for handle in handles])
        pool.close()
        pool.join()
    print(sorted(results, key=str), errors)
    try:
        handles[2].get()
    except ZeroDivisionError as error:
        print(type(error).__name__, error, type(error.__cause__).__name__)
