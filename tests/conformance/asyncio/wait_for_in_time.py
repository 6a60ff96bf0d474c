# tests/conformance/asyncio/wait_for_in_time.py: wait_for gives the result or the exception that
# comes in time.
import asyncio


async def quick(x):
    await asyncio.sleep(0.001)
    return x


async def fails():
    raise ValueError("inside")


async def main():
    print(await asyncio.wait_for(quick(1), 5), await asyncio.wait_for(quick(2), None))
    try:
        await asyncio.wait_for(fails(), 5)
    except ValueError as e:
        print(e)
    for t in (0, -1):
        try:
            await asyncio.wait_for(quick(3), t)
        except TimeoutError:
            print("timeout", t)
    f = asyncio.get_running_loop().create_future()
    f.set_result("ready")
    print(await asyncio.wait_for(f, 0))


asyncio.run(main())
