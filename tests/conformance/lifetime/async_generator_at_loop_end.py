# tests/conformance/lifetime/async_generator_at_loop_end.py: async generators still suspended are
# closed when the loop ends.
import asyncio


async def g(name):
    try:
        yield 1
    finally:
        await asyncio.sleep(0)
        print("finally of", name)


kept = None


async def main():
    global kept
    kept = g("kept")
    print(await kept.__anext__())
    print("main ends")


asyncio.run(main())
print("run ended")
