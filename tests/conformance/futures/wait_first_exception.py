# wait(FIRST_EXCEPTION) and FIRST_COMPLETED over threads; the sets it gives.
import time
from concurrent.futures import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION,
                                ThreadPoolExecutor, wait)


def work(name, seconds, fails=False):
    time.sleep(seconds)
    if fails:
        raise KeyError(name)
    return name


with ThreadPoolExecutor(4) as executor:
    futures = [executor.submit(work, "a", 0.05), executor.submit(work, "b", 0.1, True),
               executor.submit(work, "c", 0.3)]
    names = dict(zip(futures, "abc"))
    for when in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        result = wait(futures, return_when=when)
        print(when, sorted(names[future] for future in result.done),
              sorted(names[future] for future in result.not_done))
    print(futures[1].exception(), [future.cancelled() for future in futures])
    try:
        wait(futures, return_when="SOMETIME")
    except ValueError as error:
        print(error)
