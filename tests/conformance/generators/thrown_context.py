# tests/conformance/generators/thrown_context.py: the context of what is thrown in while one waits.
import asyncio


class Awaitable:
    def __await__(self):
        yield 1


async def waits():
    try:
        raise KeyError(4)
    except KeyError:
        await Awaitable()


def delegates(inner):
    try:
        raise KeyError(5)
    except KeyError:
        yield from inner


def plain():
    yield 1


def catches():
    try:
        yield 1
    except ValueError as error:
        print("inside", repr(error.__context__))
        yield 2


def nested():
    yield from delegates(plain())


for made in (waits(), delegates(plain()), delegates(catches()), nested()):
    made.send(None)
    try:
        print(made.throw(ValueError(1)))
    except ValueError as error:
        print(repr(error.__context__), repr(error.__context__ and error.__context__.__context__))


async def fails():
    raise ValueError(6)


async def main():
    try:
        raise KeyError(7)
    except KeyError:
        task = asyncio.create_task(fails())
        try:
            await task
        except ValueError as error:
            print(repr(error), repr(error.__context__))


asyncio.run(main())
