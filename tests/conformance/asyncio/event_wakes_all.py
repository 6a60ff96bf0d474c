# tests/conformance/asyncio/event_wakes_all.py: an event wakes everybody who waits, and lets later
# ones pass.
import asyncio


async def waiter(name, e):
    print(name, "waits", e.is_set())
    print(name, await e.wait())


async def main():
    e = asyncio.Event()
    t = [asyncio.create_task(waiter(n, e)) for n in "abc"]
    await asyncio.sleep(0.01)
    print("set")
    e.set()
    e.set()
    await asyncio.gather(*t)
    await waiter("late", e)
    e.clear()
    try:
        await asyncio.wait_for(e.wait(), 0.01)
    except TimeoutError:
        print("cleared", e.is_set())


asyncio.run(main())
