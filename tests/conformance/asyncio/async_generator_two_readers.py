# Two tasks that step one async generator: the second one is told, and ag_running shows it.
import asyncio


async def numbers():
    for number in range(4):
        await asyncio.sleep(0.01)
        yield number


async def reader(name, source):
    try:
        async for number in source:
            print(name, number)
    except RuntimeError as error:
        print(name, error)


async def main():
    source = numbers()
    await asyncio.gather(reader("first", source), reader("second", source))
    source = numbers()
    step = asyncio.create_task(source.__anext__())
    await asyncio.sleep(0)
    print(source.ag_running)
    for other in (source.aclose(), source.athrow(ValueError), source.asend(None)):
        try:
            await other
        except RuntimeError as error:
            print(error)
    print(await step, source.ag_running)
    step = source.asend(None)
    step.close()
    try:
        await step
    except RuntimeError as error:
        print(error)
    step = asyncio.create_task(source.__anext__())
    await asyncio.sleep(0)
    step.cancel()
    try:
        await step
    except asyncio.CancelledError:
        print("cancelled", source.ag_running)
    print([number async for number in source])


asyncio.run(main())
