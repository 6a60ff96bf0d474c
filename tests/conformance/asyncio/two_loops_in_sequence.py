# tests/conformance/asyncio/two_loops_in_sequence.py: several runs are independent; a future of
# one loop cannot be awaited in another.
import asyncio

kept = []


async def first():
    kept.append(asyncio.get_running_loop().create_future())


async def second():
    try:
        await kept[0]
    except RuntimeError as e:
        print("attached to a different loop" in str(e))


asyncio.run(first())
asyncio.run(second())
