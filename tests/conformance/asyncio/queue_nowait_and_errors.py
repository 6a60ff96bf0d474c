# tests/conformance/asyncio/queue_nowait_and_errors.py: put_nowait and get_nowait, and their
# exceptions.
import asyncio


async def main():
    q = asyncio.Queue(2)
    q.put_nowait(1)
    q.put_nowait(2)
    try:
        q.put_nowait(3)
    except asyncio.QueueFull as e:
        print(repr(e))
    print(q.get_nowait(), q.get_nowait(), q.qsize())
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e))
    try:
        await asyncio.wait_for(q.get(), 0.01)
    except TimeoutError:
        print("nothing came")
    q.put_nowait("later")
    print(await q.get())


asyncio.run(main())
