# tests/conformance/asyncio/await_finished_task_does_not_yield.py: awaiting what is already done
# goes on without a turn.
import asyncio


async def note(text):
    print(text)


async def plain():
    print("plain coroutine runs at once")


async def main():
    done = asyncio.create_task(note("done task"))
    await asyncio.sleep(0)
    asyncio.create_task(note("other task"))
    await done
    print("after the finished task")
    await plain()
    print("after the plain coroutine")
    await asyncio.sleep(0)
    print("after a turn")


asyncio.run(main())
