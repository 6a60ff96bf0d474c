# tests/conformance/generators/async_steps_once.py: what asend() and aclose() give can be awaited once.
import asyncio


async def numbers():
    yield 1
    yield 2


async def stubborn():
    try:
        yield 1
    finally:
        await asyncio.sleep(0)
        yield 2


class Bad:
    def __aiter__(self):
        return self

    def __anext__(self):
        return self

    def __await__(self):
        1 / 0


async def main():
    generator = numbers()
    step = generator.__anext__()
    print(await step)
    try:
        await step
    except RuntimeError as error:
        print(error)
    step = generator.aclose()
    print(await step)
    try:
        await step
    except RuntimeError as error:
        print(error)
    generator = stubborn()
    await generator.__anext__()
    try:
        await generator.aclose()
    except RuntimeError as error:
        print(error)
    try:
        async for each in Bad():
            pass
    except TypeError as error:
        print(error, repr(error.__cause__))


asyncio.run(main())
