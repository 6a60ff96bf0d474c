# tests/conformance/processes/pool_initializer.py: an initializer, a limit of tasks, and what a pool refuses.
import multiprocessing

base = None


def prepare(value):
    global base
    base = value


def use(number):
    return base + number


def name(_):
    return multiprocessing.current_process().name


if __name__ == "__main__":
    with multiprocessing.Pool(2, initializer=prepare, initargs=(100,)) as pool:
        print(pool.map(use, range(4)))
    pool = multiprocessing.Pool(1, maxtasksperchild=2)
    print(pool.map(name, range(5), chunksize=1))
    pool.close()
    pool.join()
    for arguments in {"processes": 0}, {"initializer": 1}, {"processes": 1, "maxtasksperchild": 0}:
        try:
            multiprocessing.Pool(**arguments)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
