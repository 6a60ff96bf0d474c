# tests/conformance/asyncio/call_soon_runs_next_turn.py: callbacks scheduled in one turn run in
# the next, in order.
import asyncio


def note(loop, name, again):
    print(name)
    if again:
        loop.call_soon(note, loop, name + "+", again - 1)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(note, loop, "a", 2)
    loop.call_soon(note, loop, "b", 1)
    print("scheduled")
    for turn in range(4):
        await asyncio.sleep(0)
        print("turn", turn)


asyncio.run(main())
