# Produtor e consumidor: uma fila com lugar para dois.
#
# O padeiro é mais rápido que os dois clientes: a prateleira enche e ele tem
# de esperar em put(). Depois ela se esvazia, e os clientes esperam em get().
# None diz a um cliente que vá para casa.
import asyncio


async def baker(shelf):
    for loaf in range(1, 7):
        await asyncio.sleep(0.001)  # assando
        await shelf.put(loaf)
        print("assou", loaf)
    for _ in range(2):
        await shelf.put(None)


async def customer(name, shelf):
    eaten = 0
    while True:
        loaf = await shelf.get()
        if loaf is None:
            break
        await asyncio.sleep(0.004)  # comendo
        eaten += 1
        print(name, "comeu", loaf)
    return eaten


async def main():
    shelf = asyncio.Queue(maxsize=2)
    asyncio.create_task(baker(shelf), name="padeiro")
    ana = asyncio.create_task(customer("ana", shelf), name="ana")
    rui = asyncio.create_task(customer("rui", shelf), name="rui")
    print("ao todo:", sum(await asyncio.gather(ana, rui)))


asyncio.run(main())
