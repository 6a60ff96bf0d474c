# An event that is set before or after it is waited for.
import asyncio

log = []


async def setter(event):
    await asyncio.sleep(1)
    event.set()


async def waiter(event, name):
    await asyncio.sleep(1)
    await event.wait()
    log.append(name)


async def main():
    event = asyncio.Event()
    await asyncio.gather(setter(event), waiter(event, "a"), waiter(event, "b"))
    print(sorted(log))


asyncio.run(main())
