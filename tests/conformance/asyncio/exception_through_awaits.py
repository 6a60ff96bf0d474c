# tests/conformance/asyncio/exception_through_awaits.py: exceptions travel through awaits and can
# be caught anywhere on the way.
import asyncio


async def low():
    await asyncio.sleep(0)
    raise LookupError("low")


async def mid():
    try:
        await low()
    finally:
        print("mid cleanup")


async def high():
    try:
        await mid()
    except LookupError as e:
        raise RuntimeError("high") from e


async def main():
    try:
        await asyncio.create_task(high())
    except RuntimeError as e:
        print(repr(e), repr(e.__cause__))
    try:
        await low()
    except KeyError:
        print("never")
    except LookupError as e:
        print(repr(e))


asyncio.run(main())
