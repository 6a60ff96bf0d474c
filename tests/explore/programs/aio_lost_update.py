# A read and a write with an await between.
import asyncio

balance = 100


async def deposit(amount):
    global balance
    await asyncio.sleep(1)
    old = balance
    await asyncio.sleep(1)
    balance = old + amount


async def main():
    await asyncio.gather(deposit(10), deposit(20))
    print("balance", balance)


asyncio.run(main())
