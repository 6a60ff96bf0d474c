# tests/conformance/asyncio/stop_iteration_in_coroutine.py: StopIteration out of a coroutine
# becomes RuntimeError.
import asyncio


async def bad():
    raise StopIteration("x")


async def main():
    try:
        await bad()
    except RuntimeError as e:
        print(e, repr(e.__cause__))


asyncio.run(main())
