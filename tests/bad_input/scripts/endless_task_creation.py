import asyncio


async def main():
    kept = []
    while True:
        kept.append(asyncio.create_task(asyncio.sleep(1)))


asyncio.run(main())
