# Time limits: of a future's result, of map, of as_completed; the work itself goes on.
import time
from concurrent.futures import ProcessPoolExecutor, TimeoutError, as_completed, wait


def slow(seconds):
    time.sleep(seconds)
    return seconds


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as executor:
        future = executor.submit(slow, 0.3)
        try:
            future.result(timeout=0.05)
        except TimeoutError as error:
            print("result:", repr(error), future.done())
        print(future.result())
        try:
            list(executor.map(slow, [0.01, 0.4], timeout=0.1))
        except TimeoutError:
            print("map: TimeoutError")
        futures = [executor.submit(slow, seconds) for seconds in (0.01, 0.9)]
        try:
            for future in as_completed(futures, timeout=0.6):
                print("completed", future.result())
        except TimeoutError as error:
            print(error)
        done, not_done = wait(futures, timeout=0.01)
        print(len(done), len(not_done))
