# tests/conformance/asyncio/await_custom_awaitable.py: `__await__` of a class, and what cannot be
# awaited.
import asyncio


class Twice:
    def __init__(self, x): self.x = x

    def __await__(self):
        print("awaited")
        yield
        return self.x * 2


class Bad:
    def __await__(self):
        return 5


async def main():
    print(await Twice(21))
    for thing in (5, None, [], Bad()):
        try:
            await thing
        except TypeError as e:
            print(e)


asyncio.run(main())
