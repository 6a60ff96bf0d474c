# aclose() and athrow() of async generators that have ended, ignore them, or were never started.
import asyncio


async def plain(name):
    try:
        yield 1
        yield 2
    finally:
        print(name, "leaves")


async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print("ignores")
        yield "again"


async def told(awaitable):
    try:
        return await awaitable
    except (Exception, GeneratorExit) as error:
        return type(error).__name__, str(error)


async def main():
    source = plain("ended")
    print([x async for x in source])
    for step in (source.athrow(ValueError("late")), source.aclose(), anext(source, "nothing"), source.asend(1)):
        print(await told(step))
    source = plain("fresh")
    print(await told(source.asend(5)), await told(anext(source)), await told(source.aclose()))
    source = plain("unstarted")
    print(await told(source.athrow(KeyError("k"))), await told(source.athrow(KeyError("k"))))
    source = stubborn()
    print(await anext(source), await told(source.aclose()))
    print(await told(source.athrow(KeyError("k"))), await told(anext(source)))


asyncio.run(main())
