# tests/conformance/processes/executor_initializer.py: initializer and context of a pool of processes; asyncio with it.
import asyncio
import multiprocessing
from concurrent.futures import ProcessPoolExecutor

base = 0


def prepare(value):
    global base
    base = value


def use(number):
    return base + number


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2) as executor:
        calls = [loop.run_in_executor(executor, use, number) for number in range(3)]
        print(await asyncio.gather(*calls))


if __name__ == "__main__":
    with ProcessPoolExecutor(2, initializer=prepare, initargs=(10,)) as executor:
        print(list(executor.map(use, range(3))))
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context) as executor:
        print(list(executor.map(use, range(3))))
    asyncio.run(main())
