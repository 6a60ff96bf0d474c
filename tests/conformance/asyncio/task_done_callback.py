# tests/conformance/asyncio/task_done_callback.py: a task's done callback gets the task, after its
# end.
import asyncio


async def work(x):
    print("work", x)
    if x == 2:
        raise KeyError(x)
    return x


def report(t):
    print("callback", t.get_name(), "exception" if t.exception() else "result", t.exception() or t.result())


async def main():
    for i in (1, 2):
        t = asyncio.create_task(work(i), name=f"t{i}")
        t.add_done_callback(report)
    await asyncio.sleep(0)
    print("one turn")
    await asyncio.sleep(0)
    print("two turns")


asyncio.run(main())
