# Results come in the order of the calls, what is done on the way does not.
import asyncio

log = []


async def fetch(name):
    await asyncio.sleep(1)
    log.append(name)
    return name.upper()


async def main():
    print(await asyncio.gather(fetch("a"), fetch("b"), fetch("c")), log)


asyncio.run(main())
