# Uma chamada que bloqueia: time.sleep para todos, asyncio.sleep só quem chama.
#
# O relógio quer bater a cada 2 ms. Enquanto `rude` dorme com time.sleep, todo
# o laço de eventos fica parado e o relógio perde suas batidas.
import asyncio
import time


async def clock():
    for tick in range(8):
        print("tique", tick)
        await asyncio.sleep(0.002)


async def polite():
    print("gentil: dou a vez enquanto espero")
    await asyncio.sleep(0.005)
    print("gentil: pronto")


async def rude():
    await asyncio.sleep(0.007)
    print("rude: ninguém se mexe!")
    time.sleep(0.006)  # deveria ser: await asyncio.sleep(0.006)
    print("rude: podem continuar")


async def main():
    await asyncio.gather(
        asyncio.create_task(clock(), name="relógio"),
        asyncio.create_task(polite(), name="gentil"),
        asyncio.create_task(rude(), name="rude"))


asyncio.run(main())
