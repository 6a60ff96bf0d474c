# tests/conformance/asyncio/call_later_and_call_at_order.py: timers fire in the order of their
# times; ties as they were scheduled.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    now = loop.time()
    loop.call_at(now + 0.06, print, "third")
    loop.call_later(0.02, print, "first")
    loop.call_at(now + 0.04, print, "second")
    loop.call_at(now + 0.04, print, "second too")
    loop.call_later(0, print, "at once, later")
    loop.call_soon(print, "soon")
    await asyncio.sleep(0.1)
    print("end")


asyncio.run(main())
