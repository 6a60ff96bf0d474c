# tests/conformance/asyncio/wait_for_timeout.py: wait_for cancels what takes too long and raises
# TimeoutError.
import asyncio


async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow was cancelled")
        raise
    finally:
        print("slow cleans up")


async def main():
    try:
        await asyncio.wait_for(slow(), timeout=0.02)
    except asyncio.TimeoutError as e:
        print("timeout", repr(e), asyncio.TimeoutError is TimeoutError)
    print("goes on")


asyncio.run(main())
