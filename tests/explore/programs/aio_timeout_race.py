# A result and a time-out, whichever comes first.
import asyncio

log = []


async def fetch():
    await asyncio.sleep(1)
    log.append("stored")
    return 42


async def main():
    try:
        print(await asyncio.wait_for(fetch(), 2), log)
    except asyncio.TimeoutError:
        print("timeout", log)


asyncio.run(main())
