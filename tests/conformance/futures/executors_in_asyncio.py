# run_in_executor with threads and processes, gathered; an exception; to_thread.
import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def cpu(n):
    return sum(i * i for i in range(n))


def wait_for_it(seconds):
    time.sleep(seconds)
    return f"slept {seconds}"


def fail():
    raise LookupError("not found")


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(2) as threads, ProcessPoolExecutor(2) as processes:
        print(await asyncio.gather(
            loop.run_in_executor(threads, wait_for_it, 0.02),
            loop.run_in_executor(processes, cpu, 1000),
            loop.run_in_executor(None, cpu, 10),
            asyncio.to_thread(wait_for_it, 0.01)))
        for executor in (threads, processes):
            try:
                await loop.run_in_executor(executor, fail)
            except LookupError as error:
                print(type(error).__name__, error)
        try:
            await asyncio.wait_for(loop.run_in_executor(threads, wait_for_it, 0.5), 0.05)
        except asyncio.TimeoutError:
            print("timed out")
        done, pending = await asyncio.wait(
            [loop.run_in_executor(processes, cpu, n) for n in (10, 20)])
        print(sorted(future.result() for future in done), pending)


if __name__ == "__main__":
    asyncio.run(main())
