# tests/conformance/asyncio/async_with_order.py: `async with` enters and exits in order and sees
# exceptions.
import asyncio


class M:
    def __init__(self, name): self.name = name
    async def __aenter__(self):
        await asyncio.sleep(0)
        print("enter", self.name)
        return self
    async def __aexit__(self, kind, value, trace):
        await asyncio.sleep(0)
        print("exit", self.name, kind.__name__ if kind else None)
        return self.name == "swallow"


async def main():
    async with M("a") as a, M("b"):
        print("body", a.name)
    async with M("swallow"):
        raise ValueError("gone")
    try:
        async with M("outer"), M("inner"):
            raise KeyError("k")
    except KeyError as e:
        print(repr(e))
    try:
        async with 5:
            pass
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)


asyncio.run(main())
