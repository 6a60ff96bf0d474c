# tests/conformance/contextlib/async_managers.py: asynccontextmanager, aclosing and AsyncExitStack.
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, contextmanager, nullcontext


@asynccontextmanager
async def session(name, swallow=False):
    print("open", name)
    try:
        yield name
    except ValueError as error:
        print("error in", name, error)
        if not swallow:
            raise
    finally:
        await asyncio.sleep(0.01)
        print("close", name)


@contextmanager
def plain(name):
    print("enter", name)
    yield name
    print("leave", name)


async def numbers():
    try:
        for i in range(10):
            yield i
    finally:
        print("numbers end")


async def farewell(name):
    await asyncio.sleep(0.01)
    print("bye", name)


@asynccontextmanager
async def empty():
    return
    yield


@asynccontextmanager
async def twice():
    yield 1
    yield 2


async def main():
    async with session("a") as name, session("b", swallow=True):
        print(name)
        raise ValueError("x")
    async with aclosing(numbers()) as source:
        async for i in source:
            if i == 2:
                break
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(session("c")), stack.enter_context(plain("d")))
        stack.push_async_callback(farewell, "e")
        stack.callback(print, "sync callback")
        kept = stack.pop_all()
    print("kept")
    await kept.aclose()
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(session("f"))
            raise ValueError("through the stack")
    except ValueError as error:
        print(repr(error))
    for manager in (empty(), twice()):
        try:
            async with manager:
                pass
        except RuntimeError as error:
            print(error)
    async with nullcontext(7) as seven:
        print(seven)
    try:
        await AsyncExitStack().enter_async_context(plain("no"))
    except TypeError as error:
        print(error)


asyncio.run(main())
