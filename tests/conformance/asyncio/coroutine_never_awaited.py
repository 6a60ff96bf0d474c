# tests/conformance/asyncio/coroutine_never_awaited.py: a coroutine that is dropped without being
# awaited gives a warning.
import asyncio


async def forgotten():
    pass


async def main():
    forgotten()
    print("after the call")


asyncio.run(main())
