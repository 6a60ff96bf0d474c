# ProcessPoolExecutor with an initializer: each worker has its own state.
from concurrent.futures import ProcessPoolExecutor
import multiprocessing

prefix = "unset"


def prepare(text, count):
    global prefix
    prefix = text * count


def label(item):
    return f"{prefix}{item}"


if __name__ == "__main__":
    with ProcessPoolExecutor(2, initializer=prepare, initargs=("ab", 2)) as executor:
        print(list(executor.map(label, range(4))), prefix)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context, initializer=prepare,
                             initargs=("s", 1)) as executor:
        print(executor.submit(label, 7).result())
    try:
        ProcessPoolExecutor(initializer="no")
    except TypeError as error:
        print(error)
    try:
        ProcessPoolExecutor(0)
    except ValueError as error:
        print(error)
