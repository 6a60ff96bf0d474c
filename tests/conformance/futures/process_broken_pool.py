# A worker that dies breaks its pool: every future says so, and no more can be submitted.
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def die():
    os._exit(3)


if __name__ == "__main__":
    executor = ProcessPoolExecutor(1)
    print(executor.submit(pow, 2, 5).result())
    future = executor.submit(die)
    try:
        future.result()
    except BrokenProcessPool as error:
        print(error)
    try:
        executor.submit(pow, 2, 5)
    except BrokenProcessPool as error:
        print(error)
    executor.shutdown()
    try:
        executor.submit(pow, 2, 5)
    except RuntimeError as error:
        print(type(error).__name__)
