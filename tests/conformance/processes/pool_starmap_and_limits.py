# starmap, apply, maxtasksperchild (a worker is replaced), use after close.
import os
from multiprocessing import Pool, TimeoutError, cpu_count
import time


def power(base, exponent=2):
    return base ** exponent


def pid(_):
    return os.getpid()


if __name__ == "__main__":
    with Pool(processes=2) as pool:
        print(pool.starmap(power, [(2, 3), (3,), (5, 1)]))
        print(pool.apply(power, (3,), {"exponent": 4}))
        print(pool.starmap_async(power, zip(range(4), range(4))).get())
        slow = pool.apply_async(time.sleep, (5,))
        try:
            slow.get(timeout=0.05)
        except TimeoutError as error:
            print("TimeoutError", error, slow.ready())
        try:
            slow.successful()
        except ValueError as error:
            print(str(error).partition(" at ")[0].partition("<")[0], "not ready" in str(error))
    with Pool(1, maxtasksperchild=2) as pool:
        pids = pool.map(pid, range(6), chunksize=1)
        print(len(set(pids)), cpu_count() >= 1)
        pool.close()
        pool.join()
        try:
            pool.map(pid, [1])
        except ValueError as error:
            print(error)
