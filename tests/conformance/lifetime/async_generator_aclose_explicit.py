# tests/conformance/lifetime/async_generator_aclose_explicit.py: an explicit aclose runs the
# `finally` at once.
import asyncio


async def g():
    try:
        yield 1
    finally:
        await asyncio.sleep(0)
        print("finally")


async def main():
    a = g()
    await a.__anext__()
    await a.aclose()
    print("closed")


asyncio.run(main())
