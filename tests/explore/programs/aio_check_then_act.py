# One seat, sold over an await.
import asyncio

seats, log = 1, []


async def buy(name):
    global seats
    await asyncio.sleep(1)
    if seats > 0:
        await asyncio.sleep(1)
        seats -= 1
        log.append(name)


async def main():
    await asyncio.gather(buy("ana"), buy("rui"))
    print("seats", seats, "sold to", log)


asyncio.run(main())
