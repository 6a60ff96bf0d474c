# tests/conformance/asyncio/unfinished_tasks_cancelled_at_end.py: run cancels what still runs when
# main ends.
import asyncio


async def forever(name):
    try:
        while True:
            await asyncio.sleep(0.02)
    finally:
        print("ended", name)


async def main():
    t = [asyncio.create_task(forever(n)) for n in "ab"]
    await asyncio.sleep(0.01)
    print("main ends")
    return "value"


print(asyncio.run(main()))
