# tests/conformance/asyncio/call_soon_exception_is_reported.py: an exception in a callback is
# reported, and the loop goes on.
import asyncio


def bad():
    raise ValueError("in a callback")


async def main():
    asyncio.get_running_loop().call_soon(bad)
    asyncio.get_running_loop().call_soon(print, "next callback")
    await asyncio.sleep(0)
    print("main goes on")


asyncio.run(main())
