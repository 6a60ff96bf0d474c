# The same under a lock.
import asyncio

balance = 100


async def deposit(lock, amount):
    global balance
    await asyncio.sleep(1)
    async with lock:
        old = balance
        await asyncio.sleep(1)
        balance = old + amount


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(deposit(lock, 10), deposit(lock, 20))
    print("balance", balance)


asyncio.run(main())
