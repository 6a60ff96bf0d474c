# tests/conformance/processes/executor_exceptions.py: exceptions out of worker processes, and workers that die.
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def fail(number):
    raise ValueError("failed", number)


def die():
    os._exit(1)


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as executor:
        future = executor.submit(fail, 1)
        try:
            future.result()
        except ValueError as error:
            print(error, type(error.__cause__).__name__)
        try:
            executor.submit(lambda: 1).result()
        except Exception as error:
            print(type(error).__name__)
    with ProcessPoolExecutor(2) as executor:
        future = executor.submit(die)
        print(type(future.exception()).__name__, future.exception())
        try:
            executor.submit(fail, 1)
        except BrokenProcessPool as error:
            print(error)
    with ProcessPoolExecutor(1) as executor:
        executor.submit(fail, 2).result()
