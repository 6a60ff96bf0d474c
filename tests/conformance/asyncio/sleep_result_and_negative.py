# tests/conformance/asyncio/sleep_result_and_negative.py: sleep returns its result; a negative
# time is a turn.
import asyncio


async def main():
    print(await asyncio.sleep(0.001, "result"), await asyncio.sleep(-1, 5), await asyncio.sleep(0))
    try:
        await asyncio.sleep("x")
    except TypeError as e:
        print(e)


asyncio.run(main())
