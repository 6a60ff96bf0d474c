# tests/conformance/asyncio/wait_for_ignored_cancel.py: wait_for waits until the cancelled task
# has ended.
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled, but takes its time")
        await asyncio.sleep(0.02)
        print("now ends")
        raise


async def main():
    try:
        await asyncio.wait_for(stubborn(), 0.02)
    except TimeoutError:
        print("timeout after the end")


asyncio.run(main())
