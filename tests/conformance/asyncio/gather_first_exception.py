# tests/conformance/asyncio/gather_first_exception.py: gather raises the first exception at once;
# the others go on.
import asyncio


async def work(name, delay, fail=False):
    await asyncio.sleep(delay)
    print(name, "reached")
    if fail:
        raise ValueError(name)
    return name


async def main():
    try:
        await asyncio.gather(work("a", 0.06), work("b", 0.02, True), work("c", 0.09))
    except ValueError as e:
        print("caught", e)
    await asyncio.sleep(0.15)
    print("end")


asyncio.run(main())
