# tests/conformance/asyncio/handle_cancel.py: a cancelled handle is not called.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    a = loop.call_soon(print, "never")
    b = loop.call_later(0.01, print, "never too")
    c = loop.call_later(0.02, print, "this one")
    a.cancel()
    b.cancel()
    print(a.cancelled(), b.cancelled(), c.cancelled(), c.when() > b.when())
    await asyncio.sleep(0.04)


asyncio.run(main())
