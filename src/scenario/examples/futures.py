# A future: a place for a result that is not there yet.
#
# Two guests await the same future. The cook puts the result into it, and
# that alone makes both guests ready again: nobody has to ask twice.
import asyncio


async def cook(dish):
    print("the cook begins")
    await asyncio.sleep(0.006)
    dish.set_result("bread")
    # The guests are ready now, but the cook still runs.
    print("the cook has served")


async def guest(name, dish):
    print(name, "waits")
    food = await dish
    print(name, "eats", food)


async def main():
    dish = asyncio.get_running_loop().create_future()
    ana = asyncio.create_task(guest("ana", dish), name="ana")
    rui = asyncio.create_task(guest("rui", dish), name="rui")
    asyncio.create_task(cook(dish), name="cook")
    await ana
    await rui
    # It is done, so this does not wait at all.
    print("left over:", await dish)


asyncio.run(main())
