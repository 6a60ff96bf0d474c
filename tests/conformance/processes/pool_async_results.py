# tests/conformance/processes/pool_async_results.py: results of a pool: ready, callbacks, timeouts.
import multiprocessing
import time

seen = []


def work(number):
    time.sleep(0.1)
    if number < 0:
        raise ValueError("negative")
    return number


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        result = pool.apply_async(work, (1,), callback=seen.append)
        print(result.ready())
        try:
            result.successful()
        except ValueError as error:
            print("not ready" in str(error))
        try:
            result.get(timeout=0.01)
        except multiprocessing.TimeoutError as error:
            print(repr(error))
        result.wait()
        print(result.get(), result.ready(), result.successful(), seen)
        result = pool.apply_async(work, (-1,), error_callback=lambda error: seen.append(str(error)))
        result.wait()
        print(result.successful(), seen)
        result = pool.map_async(work, [1, 2], callback=seen.append)
        result.wait()
        print(seen)
        iterator = pool.imap(work, [5])
        try:
            iterator.next(timeout=0.01)
        except multiprocessing.TimeoutError:
            print("later")
        print(iterator.next())
