# An async generator that a loop has left open, and whose clean-up awaits: the end of the run
# cancels its aclose() and that is all it gets; one that main() closes itself gets it all.
import asyncio


async def numbers(name):
    try:
        for number in range(3):
            yield number
    finally:
        print(name, "cleans up")
        await asyncio.sleep(0)
        print(name, "is clean")


async def left_open():
    async for number in numbers("left"):
        print(number)
        break


async def closed():
    source = numbers("closed")
    async for number in source:
        print(number)
        break
    await source.aclose()


async def through_a_task():
    source = numbers("tasked")
    print(await asyncio.wait_for(anext(source), 1))


for main in (left_open, closed, through_a_task):
    asyncio.run(main())
    print("--")
