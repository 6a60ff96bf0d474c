# tests/conformance/asyncio/future_wakes_waiters_in_order.py: everybody who awaits a future is
# woken, first come first served.
import asyncio


async def waiter(name, f):
    print(name, "waits")
    print(name, "got", await f)


async def main():
    f = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waiter(n, f)) for n in "abc"]
    await asyncio.sleep(0)
    f.set_result("value")
    print("set")
    await asyncio.gather(*tasks)


asyncio.run(main())
