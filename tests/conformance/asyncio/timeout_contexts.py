# tests/conformance/asyncio/timeout_contexts.py: timeout() and timeout_at(): states, rescheduling, errors.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.01) as scope:
            await asyncio.sleep(1)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), scope.expired(), scope)
    async with asyncio.timeout(None) as scope:
        print(scope, scope.when())
        scope.reschedule(loop.time() + 5)
        await asyncio.sleep(0)
    print(scope.expired(), scope)
    for bad in (lambda: scope.reschedule(1), lambda: asyncio.timeout(3).reschedule(3)):
        try:
            bad()
        except RuntimeError as error:
            print(error)
    try:
        async with scope:
            pass
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.timeout(0.05):
            try:
                async with asyncio.timeout(0.01):
                    await asyncio.sleep(1)
            except TimeoutError:
                print("inner")
            await asyncio.sleep(1)
    except TimeoutError:
        print("outer")
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            try:
                await asyncio.sleep(0.01)
            except asyncio.CancelledError as error:
                print("cancelled", error.args)
                raise
    except TimeoutError:
        print("at once")


asyncio.run(main())
