# Tasks of one loop: no data race, whatever an await breaks.
import asyncio

balance = 100


async def deposit(amount):
    global balance
    old = balance
    await asyncio.sleep(0)
    balance = old + amount


async def main():
    await asyncio.gather(deposit(10), deposit(20))
    print(balance)


asyncio.run(main())
