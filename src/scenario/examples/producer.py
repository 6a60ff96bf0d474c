# Producer and consumer: a queue with room for two.
#
# The baker is faster than the two customers, so the shelf fills up and the
# baker has to wait in put(). Later the shelf runs empty, and customers wait
# in get(). None tells a customer to go home.
import asyncio


async def baker(shelf):
    for loaf in range(1, 7):
        await asyncio.sleep(0.001)  # baking
        await shelf.put(loaf)
        print("baked", loaf)
    for _ in range(2):
        await shelf.put(None)


async def customer(name, shelf):
    eaten = 0
    while True:
        loaf = await shelf.get()
        if loaf is None:
            break
        await asyncio.sleep(0.004)  # eating
        eaten += 1
        print(name, "has eaten", loaf)
    return eaten


async def main():
    shelf = asyncio.Queue(maxsize=2)
    asyncio.create_task(baker(shelf), name="baker")
    ana = asyncio.create_task(customer("ana", shelf), name="ana")
    rui = asyncio.create_task(customer("rui", shelf), name="rui")
    print("in all:", sum(await asyncio.gather(ana, rui)))


asyncio.run(main())
