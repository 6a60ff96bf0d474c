# tests/conformance/asyncio/old_style_get_event_loop.py: get_event_loop in the main thread, used
# as in old programs.
import asyncio


async def hello(n):
    print("hello", n)
    await asyncio.sleep(0.01)
    print("bye", n)
    return n


async def main():
    loop = asyncio.get_event_loop()
    print(loop.is_running(), loop is asyncio.get_running_loop())
    return [await t for t in [loop.create_task(hello(i)) for i in range(2)]]


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
print(asyncio.get_event_loop().run_until_complete(main()))
loop.close()
