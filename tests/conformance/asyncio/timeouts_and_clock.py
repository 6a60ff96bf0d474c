# tests/conformance/asyncio/timeouts_and_clock.py: loop.time advances by at least what was slept.
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    a, b = loop.time(), time.monotonic()
    await asyncio.sleep(0.05)
    print(loop.time() - a >= 0.05 - 0.001, time.monotonic() - b < 5, loop.time() - a < 5)


asyncio.run(main())
