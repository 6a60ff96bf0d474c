# tests/conformance/exceptions/unpacking_target_raises.py: taking an item apart is the body's work.
import asyncio


class Bad:
    def __init__(self, error):
        self.error = error

    def __iter__(self):
        raise self.error


async def items(error):
    yield Bad(error)


async def main():
    try:
        async for first, second in items(StopAsyncIteration(42)):
            pass
        print("ended")
    except StopAsyncIteration as error:
        print(error.args)
    try:
        print([0 async for first, second in items(StopAsyncIteration(43))])
    except StopAsyncIteration as error:
        print(error.args)


asyncio.run(main())
try:
    value = 1
except ValueError:
    print("the wrong handler")
for first, second in [Bad(ValueError("raised"))]:
    pass
