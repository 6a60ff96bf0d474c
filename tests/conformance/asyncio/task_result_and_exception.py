# tests/conformance/asyncio/task_result_and_exception.py: results and exceptions of finished and
# unfinished tasks.
import asyncio


async def work(x):
    await asyncio.sleep(0)
    return 10 // x


async def main():
    a, b = asyncio.create_task(work(3)), asyncio.create_task(work(0))
    try:
        a.result()
    except asyncio.InvalidStateError as e:
        print(e)
    await asyncio.sleep(0.01)
    print(a.result(), a.exception(), a.done(), repr(b.exception()))
    try:
        b.result()
    except ZeroDivisionError as e:
        print(e)
    try:
        a.set_result(1)
    except RuntimeError as e:
        print(e)


asyncio.run(main())
