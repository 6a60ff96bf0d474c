# tests/conformance/asyncio/run_errors.py: `asyncio.run` refuses what is no coroutine, and a
# running loop.
import asyncio

for bad in (5, print, None):
    try:
        asyncio.run(bad)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


async def nothing():
    pass


async def main():
    c = nothing()
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
    c.close()


asyncio.run(main())
