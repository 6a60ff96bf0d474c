# Um future: um lugar para um resultado que ainda não existe.
#
# Dois convidados esperam o mesmo future. O cozinheiro põe nele o resultado,
# e só isso já deixa os dois prontos de novo: ninguém pergunta duas vezes.
import asyncio


async def cook(dish):
    print("o cozinheiro começa")
    await asyncio.sleep(0.006)
    dish.set_result("pão")
    # Os convidados já estão prontos, mas o cozinheiro ainda executa.
    print("o cozinheiro serviu")


async def guest(name, dish):
    print(name, "espera")
    food = await dish
    print(name, "come", food)


async def main():
    dish = asyncio.get_running_loop().create_future()
    ana = asyncio.create_task(guest("ana", dish), name="ana")
    rui = asyncio.create_task(guest("rui", dish), name="rui")
    asyncio.create_task(cook(dish), name="cozinheiro")
    await ana
    await rui
    # Já está pronto: aqui não se espera nada.
    print("sobrou:", await dish)


asyncio.run(main())
