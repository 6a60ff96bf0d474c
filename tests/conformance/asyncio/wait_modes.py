# tests/conformance/asyncio/wait_modes.py: wait() by mode and timeout, and what it does not take.
import asyncio


async def job(number, delay):
    await asyncio.sleep(delay)
    return number


async def fails(delay):
    await asyncio.sleep(delay)
    raise ValueError("bad")


async def main():
    tasks = [asyncio.create_task(job(n, 0.03 * (n + 1)), name=f"job {n}") for n in range(3)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print([task.get_name() for task in done], sorted(task.get_name() for task in pending))
    done, pending = await asyncio.wait(pending, timeout=0.04)
    print(len(done), len(pending))
    print(len((await asyncio.wait(pending))[0]))
    tasks = [asyncio.create_task(job(1, 0.05)), asyncio.create_task(fails(0.01))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), repr(done.pop().exception()))
    coroutine = job(1, 0)
    for bad in (lambda: asyncio.wait([]), lambda: asyncio.wait(tasks[0]),
                lambda: asyncio.wait([coroutine]), lambda: asyncio.wait(tasks, return_when="x")):
        try:
            await bad()
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    coroutine.close()
    for each in asyncio.as_completed([job(3, 0.05), job(1, 0.01), job(2, 0.03)]):
        print(await each)
    try:
        for each in asyncio.as_completed([job(3, 0.1), job(1, 0.01)], timeout=0.05):
            print(await each)
    except TimeoutError as error:
        print(repr(error))


asyncio.run(main())
