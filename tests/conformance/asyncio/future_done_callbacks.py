# tests/conformance/asyncio/future_done_callbacks.py: done callbacks run in a later turn of the
# loop, in the order they were added.
import asyncio


async def main():
    f = asyncio.get_running_loop().create_future()
    first = lambda fut: print("first", fut.result())
    f.add_done_callback(first)
    f.add_done_callback(lambda fut: print("second"))
    f.add_done_callback(first)
    print(f.remove_done_callback(first))
    f.add_done_callback(lambda fut: print("third", fut is f))
    f.set_result(1)
    print("set, not called yet")
    await asyncio.sleep(0)
    print("called")
    f.add_done_callback(lambda fut: print("late"))
    print("still not")
    await asyncio.sleep(0)


asyncio.run(main())
